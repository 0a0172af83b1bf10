"""People's names as the news prints them: in the orders, with the particles and in the forms of many languages."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A full name, what a second mention says ("Lavrov", "Suu Kyi", "Prince"), and a first name."""

    full: str
    surname: str
    first: str


_PARTICLES = (
    "van|van der|van den|de|de la|de la|del|dos|da|di|della|von|von der|le|la|du|bin|ibn|al|ten|ter|O'|Mac|De|Van|"
    "Le|Di|El"
).split("|")
_CHINESE_SURNAMES = (
    "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang "
    "Deng Han Feng "
    "Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao Lai Tsai Wong Chan "
    "Cheung Lam"
).split()
_CHINESE_PARTS = (
    "jin ping wei ming hua xiao ying li jun yan fang lei tao hong mei ling xin yu chun guo dong jian bo zhi qiang "
    "wen bin hui "
    "jie min rui feng hai yong zhong qing xue lan shan peng kai chao yi long cheng sheng da an kang"
).split()
_KOREAN_SURNAMES = (
    "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong Moon Ko Bae".split()
)
_KOREAN_PARTS = (
    "min jun seo yeon ji hye sung ho young jae hyun woo kyung soo mi sun eun hee dong chul sang jin won tae yong in "
    "geun jong "
    "un ha na rae bum seok ki hwan nam gyu byung gi"
).split()
_VIETNAMESE = (
    "Nguyen|Tran|Le|Pham|Hoang|Phan|Vu|Dang|Bui|Do|Ho|Ngo".split("|"),
    "Van Thi Duc Minh Quoc Huu Xuan Ngoc Thanh Phuong".split(),
    "Trong Phuc Chinh Lam Hue Thuong Nam Hung Dung Linh Hoa Lan Tuan Anh Khanh Quang Giang Son".split(),
)
_BURMESE = (
    "Aung Min Win Thein Kyaw Myint Zaw Htet Khin Tin Than Soe Nay Thant Hlaing Moe Su Nyein Thura Ko Ye Swe Oo Naing"
).split()
_ARABIC_FIRST = (
    "Ahmed Mohammed Muhammad Ali Hassan Hussein Omar Khaled Khalil Ibrahim Yusuf Mahmoud Mustafa Abdullah Abdul "
    "Saleh Faisal "
    "Salman Bashar Nouri Haider Ismail Fatima Aisha Layla Noura Zainab Maryam Amal Rania Huda Samir Tariq Walid "
    "Ziad Karim "
    "Nabil Rashid Hamza Bilal Saad Osama Ayman Anwar Fouad Riad Jamal Adel Majid Marwan Hisham Nadia Samira Yasmin "
    "Abdel_Fattah "
    "Abd_al-Rahman Seif_al-Islam Abu_Bakr Abu Umm Sheikh_Hamad Nur ud-Din Abdulaziz Abdurrahman"
).split()
_ARABIC_LAST = (
    "al-Assad al-Maliki al-Baghdadi al-Sisi al-Bashir al-Houthi al-Masri al-Hakim al-Sadr al-Khatib al-Zawahiri "
    "al-Rashid al-Amin "
    "al-Sharif al-Qahtani al-Otaibi al-Thani al-Nahyan al-Maktoum al-Sabah al-Jubeir al-Abadi al-Kadhimi al-Sudani "
    "al-Najjar "
    "Haniyeh Nasrallah Abbas Arafat Hariri Jumblatt Aoun Haftar Dbeibah Sarraj Saied Ghannouchi Tebboune Bouteflika "
    "Morsi Mubarak "
    "Sadat Nasser ElBaradei Khashoggi bin_Laden bin_Salman bin_Zayed bin_Rashid ibn_Saud Mansour Hadi Saleh Barzani "
    "Talabani "
    "El-Sayed El_Amrani Ben_Ali Ben_Youssef Boukhari Belhaj Ould_Abdel_Aziz Rouhani Khamenei Raisi Zarif Soleimani "
    "Ahmadinejad "
    "Larijani Mousavi Karzai Ghani Haqqani Akhundzada Massoud Hekmatyar Sharif Bhutto Zardari Gilani Musharraf"
).split()
_SOUTH_ASIAN_FIRST = (
    "Rajesh Priya Arvind Sonia Rahul Amit Nirmala Sunita Deepak Anjali Vikram Sanjay Kavita Ravi Lakshmi Suresh "
    "Mamata Yogi Nitin "
    "Mahinda Gotabaya Ranil Chandrika Maithripala Shehbaz Asif Benazir Bilawal Khaleda Tarique Muhammad Pushpa K.P. "
    "Prakash Anura"
).split()
_SOUTH_ASIAN_LAST = (
    "Sharma Patel Singh Gupta Reddy Rao Iyer Nair Menon Mukherjee Banerjee Chatterjee Das Bose Kumar Gandhi Yadav "
    "Thackeray Pawar "
    "Sitharaman Jaishankar Adityanath Rajapaksa Wickremesinghe Bandaranaike Sirisena Fernando Perera Khan Ahmed "
    "Rahman Begum "
    "Hossain Chowdhury Yunus Zia Dahal Oli Deuba Koirala Dissanayake Krishnamurthy Subramanian Venkatesan "
    "Swaminathan Joshi"
).split()
_AFRICAN_FIRST = (
    "Kwame Kofi Ama Abena Nana Emeka Chidi Ngozi Ifeoma Chukwuma Olusegun Yemi Babatunde Folake Amina Aliko Musa "
    "Umaru Goodluck "
    "Muhammadu Uhuru Wanjiru Njoroge Kipchumba Achieng Otieno Mwai Jomo Yoweri Kizza Winnie Paul Juvénal Pierre "
    "Félix Moïse "
    "Thabo Nelson Jacob Cyril Nkosazana Sipho Themba Nomvula Zanele Lindiwe Tendai Emmerson Grace Morgan Nelson "
    "Robert Hage Haile "
    "Meles Abebe Tigist Hailemariam Isaias Salva Riek Omar Alassane Laurent Guillaume Macky Abdoulaye Idriss Ali "
    "Blaise Roch Paul "
    "Mamady Assimi Ibrahim Ellen George Ernest Julius Faure Patrice Denis Teodoro"
).split()
_AFRICAN_LAST = (
    "Mensah Owusu Boateng Asante Appiah Osei Nkrumah Rawlings Mahama Akufo-Addo Okonkwo Okafor Eze Adebayo Adeyemi "
    "Obasanjo Buhari "
    "Jonathan Yar'Adua Okonjo-Iweala Kenyatta Kibaki Moi Mutua Kamau Njoroge Wanjiku Odhiambo Museveni Besigye "
    "Kagame Habyarimana "
    "Nkurunziza Kabila Tshombe Katumbi Lumumba Mobutu Mbeki Mandela Zuma Dlamini Ndlovu Nkosi Mabuza Mkhize Malema "
    "Mugabe Mnangagwa "
    "Tsvangirai Chamisa Moyo Ncube Nujoma Geingob dos_Santos Lourenço Machel Chissano Selassie Zenawi Desalegn "
    "Tadesse Bekele "
    "Gebrselassie Afwerki Kiir Machar Garang Ouattara Gbagbo Soro Sall Wade Deby Bongo Compaoré Kaboré Traoré Keïta "
    "Touré Diallo "
    "Condé Doumbouya Goïta Sirleaf Weah Koroma Bio Gnassingbé Talon Nguesso Obiang Mba Ndong Diop Ndiaye Sarr Cissé "
    "Coulibaly"
).split()
_ICELANDIC = ("Jón Guðrún Sigurður Katrín Bjarni Birgitta Ólafur Halla Gunnar Ásta".split(), "sson dóttir".split())
_MONONYMS = (
    "Pelé Adele Beyoncé Shakira Prince Sting Bono Drake Rihanna Lula Suharto Sukarno Bjork Björk Cher Eminem Banksy "
    "Ronaldinho Kaká "
    "Neymar Hulk Xavi Raúl Rodri Pedri Gavi Alisson Ederson Casemiro Fabinho Vinícius Lorde Stormzy Dido Usher Seal "
    "Enya Zendaya "
    "Psy Widodo Jokowi Megawati Budiono Suparman Dunga Zico Tite Marquinhos Nani Deco Pepe Isco Koke Joselu "
    "Jorginho Rosalia"
).split()
_SPANISH = (
    "García Fernández González Rodríguez López Martínez Sánchez Pérez Gómez Díaz Torres Ramírez Flores Vargas "
    "Castillo Morales "
    "Ortega Rojas Mendoza Silva Santos Pereira Oliveira Costa Ferreira Almeida Carvalho Ribeiro Chávez Uribe "
    "Kirchner Bachelet "
    "Piñera Rousseff Temer Correa Moreno Lasso Noboa Castillo Fujimori Toledo Mujica Lacalle Peña Obrador Calderón "
    "Sheinbaum"
).split()


def build_person(rng: random.Random, first_names: Sequence[str], last_names: Sequence[str]) -> Person:
    """Somebody from anywhere; most are a first and a last name from the lists."""
    draw = rng.random()
    for share, build in _BUILDERS:
        draw -= share
        if draw < 0:
            return build(rng)
    first, last = rng.choice(first_names), rng.choice(last_names)
    return _vary(first, last, rng, first_names, last_names)


def _vary(first: str, last: str, rng: random.Random, first_names: Sequence[str], last_names: Sequence[str]) -> Person:
    """Initials, second first names, double surnames, particles, "Jr."; most often none of them."""
    draw = rng.random()
    if draw < 0.06:
        return Person(f"{first} {rng.choice('ABCDEFGHJKLMNPRSTW')}. {last}", last, first)
    if draw < 0.08:
        return Person(f"{rng.choice('ABCDEGHJKLMNPRST')}. {rng.choice('ABCDEGHJKLMNPRST')}. {last}", last, first)
    if draw < 0.10:
        return Person(f"{rng.choice('ABCDEGHJKLMNPRST')}.{rng.choice('ABCDEGHJKLMNPRST')}. {last}", last, first)
    if draw < 0.16:
        return Person(f"{first} {rng.choice(first_names)} {last}", last, first)
    if draw < 0.20:
        return Person(f"{first}-{rng.choice(first_names)} {last}", last, first)
    if draw < 0.26:
        double = f"{last}-{rng.choice(last_names)}"
        return Person(f"{first} {double}", double, first)
    if draw < 0.30:
        return Person(f"{first} {last} {rng.choice(last_names)}", last, first)
    if draw < 0.38:
        particle = rng.choice(_PARTICLES)
        surname = f"{particle}{last}" if particle in ("O'", "Mac") else f"{particle} {last}"
        return Person(f"{first} {surname}", surname, first)
    if draw < 0.40:
        return Person(f"{first} {last} {rng.choice(('Jr', 'Jr.', 'III', 'Sr.', 'II'))}", last, first)
    return Person(f"{first} {last}", last, first)


def _build_chinese(rng: random.Random) -> Person:
    last, first = rng.choice(_CHINESE_SURNAMES), rng.choice(_CHINESE_PARTS)
    draw = rng.random()
    if draw < 0.6:
        first += rng.choice(_CHINESE_PARTS)
    elif draw < 0.8:
        first += "-" + rng.choice(_CHINESE_PARTS)
        if rng.random() < 0.4:
            first = "-".join(part.capitalize() for part in first.split("-"))
    first = first[0].upper() + first[1:]
    return Person(f"{last} {first}", last, first)


def _build_korean(rng: random.Random) -> Person:
    last = rng.choice(_KOREAN_SURNAMES)
    one, two = rng.choice(_KOREAN_PARTS).capitalize(), rng.choice(_KOREAN_PARTS)
    first = rng.choice((f"{one}-{two}", f"{one}-{two}", f"{one} {two.capitalize()}"))
    return Person(f"{last} {first}", last, first)


def _build_vietnamese(rng: random.Random) -> Person:
    last, middle, first = (rng.choice(part) for part in _VIETNAMESE)
    return Person(f"{last} {middle} {first}", rng.choice((first, last)), first)


def _build_burmese(rng: random.Random) -> Person:
    parts = rng.sample(_BURMESE, rng.choice((2, 3, 3)))
    return Person(" ".join(parts), " ".join(parts[-2:]), parts[0])


def _build_arabic(rng: random.Random) -> Person:
    first, last = _choose(_ARABIC_FIRST, rng), _choose(_ARABIC_LAST, rng)
    middle = f" {_choose(_ARABIC_FIRST, rng)}" if rng.random() < 0.2 else ""
    return Person(f"{first}{middle} {last}", last, first)


def _build_south_asian(rng: random.Random) -> Person:
    first, last = _choose(_SOUTH_ASIAN_FIRST, rng), _choose(_SOUTH_ASIAN_LAST, rng)
    return Person(f"{first} {last}", last, first)


def _build_african(rng: random.Random) -> Person:
    first, last = _choose(_AFRICAN_FIRST, rng), _choose(_AFRICAN_LAST, rng)
    if rng.random() < 0.2:
        return Person(f"{first} {_choose(_AFRICAN_FIRST, rng)} {last}", last, first)
    return Person(f"{first} {last}", last, first)


def _build_spanish(rng: random.Random) -> Person:
    first = rng.choice(
        ("José", "María", "Juan", "Luis", "Ana", "Carlos", "Jorge", "Pedro", "Rosa", "Miguel", "Lucía", "João")
    )
    first += rng.choice(("", "", " Manuel", " Antonio", " Luis", " Elena", " Fernanda", " Carlos"))
    last, other = rng.sample(_SPANISH, 2)
    return Person(f"{first} {last}{rng.choice(('', f' {other}', f' y {other}', f' de {other}'))}", last, first)


def _build_icelandic(rng: random.Random) -> Person:
    first = rng.choice(_ICELANDIC[0])
    last = rng.choice(_ICELANDIC[0]) + rng.choice(_ICELANDIC[1])
    return Person(f"{first} {last}", first, first)


def _build_mononym(rng: random.Random) -> Person:
    name = rng.choice(_MONONYMS)
    return Person(name, name, name)


def _choose(names: Sequence[str], rng: random.Random) -> str:
    return rng.choice(names).replace("_", " ")


_BUILDERS = (
    (0.04, _build_chinese),
    (0.03, _build_korean),
    (0.015, _build_vietnamese),
    (0.01, _build_burmese),
    (0.07, _build_arabic),
    (0.04, _build_south_asian),
    (0.06, _build_african),
    (0.04, _build_spanish),
    (0.005, _build_icelandic),
    (0.02, _build_mononym),
)

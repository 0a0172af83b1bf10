"""Words in capitals that are no names of people, organisations or places: peoples, laws, events, products, titles."""

from __future__ import annotations

ADJECTIVES = tuple(
    (
        "American British Russian Chinese French German Italian Spanish Portuguese Polish Czech Hungarian Romanian "
        "Bulgarian Greek "
        "Turkish Ukrainian Belarusian Georgian Armenian Azerbaijani Iranian Iraqi Syrian Lebanese Israeli "
        "Palestinian Jordanian Saudi "
        "Emirati Qatari Kuwaiti Yemeni Egyptian Libyan Tunisian Algerian Moroccan Sudanese Ethiopian Eritrean "
        "Somali Kenyan Ugandan "
        "Tanzanian Rwandan Congolese Nigerian Ghanaian Ivorian Senegalese Malian Cameroonian Angolan Zambian "
        "Zimbabwean Mozambican "
        "Indian Pakistani Afghan Bangladeshi Nepali Burmese Thai Vietnamese Cambodian Malaysian Indonesian Filipino "
        "Japanese Korean "
        "Taiwanese Mongolian Kazakh Uzbek Australian Canadian Mexican Cuban Haitian Jamaican Colombian Venezuelan "
        "Ecuadorean Peruvian "
        "Bolivian Chilean Argentine Brazilian Uruguayan Irish Scottish Welsh English Dutch Belgian Swiss Austrian "
        "Danish Swedish "
        "Norwegian Finnish Icelandic Estonian Latvian Lithuanian Serbian Croatian Bosnian Albanian Kosovan Slovak "
        "Slovenian European "
        "African Asian Arab Kurdish Catalan Basque Chechen Tibetan Uighur Tamil Sinhalese Hausa Zulu"
    ).split()
)
PEOPLES = tuple(
    (
        "Americans Russians Germans Italians Poles Czechs Hungarians Greeks Turks Ukrainians Georgians Iranians "
        "Iraqis Syrians Israelis "
        "Palestinians Saudis Egyptians Libyans Ethiopians Kenyans Nigerians Indians Pakistanis Afghans Australians "
        "Canadians Mexicans "
        "Cubans Colombians Brazilians Scots Swedes Danes Finns Serbs Croats Kurds Tamils Rohingya Uighurs Hutus "
        "Tutsis Arabs Africans "
        "Europeans Londoners Parisians Muslims Christians Jews Hindus Sikhs Buddhists Catholics Protestants Sunnis "
        "Shias Druze "
        "Republicans Democrats Tories Conservatives Communists Brexiteers Londoners Quakers Mormons Yazidis "
        "Maronites Gypsies Maoris"
    ).split()
)
NO_NAMES: dict[str, tuple[str, ...]] = {
    "law": tuple(
        "Clean Air Act|Patriot Act|Human Rights Act|Data Protection Act|Voting Rights Act|Equality Act|Official "
        "Secrets Act|"
        "Espionage Act|Online Safety Bill|Public Order Bill|Rwanda Bill|Dodd-Frank Act|Second Amendment|Fourteenth "
        "Amendment|"
        "Geneva Conventions|Good Friday Agreement|Paris Agreement|Oslo Accords|Minsk Agreements|Treaty of Rome|"
        "Kyoto Protocol|"
        "Magna Carta|Basic Law|Article 50|Title IX|Brady Bill|Jones Act|Health and Social Care Act|Digital Markets "
        "Act|"
        "Abraham Accords|Dayton Agreement|Budapest Memorandum|Companies Act|Mental Health Act|Terrorism "
        "Act".split("|")
    ),
    "event": tuple(
        "World Cup|Olympic Games|Winter Olympics|Tour de France|Super Bowl|Grand National|FA Cup|Champions Trophy|"
        "Six Nations|"
        "Rugby World Cup|Ashes|Masters|US Open|Australian Open|Commonwealth Games|Eurovision Song Contest|Cannes "
        "Film Festival|"
        "Edinburgh Festival|Glastonbury|Notting Hill Carnival|Oktoberfest|Second World War|First World War|Cold War|"
        "Vietnam War|"
        "Gulf War|Civil War|French Revolution|Arab Spring|Great Depression|Holocaust|Battle of Britain|Battle of "
        "Waterloo|"
        "Blitz|Industrial Revolution|Watergate|Brexit|Grand Slam|Copa América|Europa League final|Davis Cup|London "
        "Marathon|"
        "Hurricane Katrina|Storm Arwen|Typhoon Haiyan|Cyclone Idai|Operation Barbarossa|Operation Desert Storm|Euro "
        "2024".split("|")
    ),
    "product": tuple(
        "iPhone|Galaxy S24|PlayStation 5|Xbox|Model 3|Golf GTI|Land Rover Defender|Boeing 747|Airbus A380|Leopard 2|"
        "Abrams|"
        "Javelin|Patriot|Iskander|Kalashnikov|F-35|F-16|Eurofighter Typhoon|MiG-29|Black Hawk|Reaper|Shahed-136|"
        "Windows|"
        "Android|ChatGPT|Alexa|Kindle|Prozac|Viagra|Ozempic|OxyContin|Botox|Nutella|Big Mac|KitKat|Bitcoin|Ethereum|"
        "Pegasus|Novichok|Tomahawk|Storm Shadow|Falcon 9|Starship|Concorde|Prius|Mini Cooper|Transit van|"
        "Barbie".split("|")
    ),
    "work": tuple(
        "The Long Winter|Bleak House|War and Peace|Things Fall Apart|The Great Gatsby|Hamlet|King Lear|Swan Lake|La "
        "Traviata|"
        "The Magic Flute|Oppenheimer|Parasite|The Godfather|Titanic|Breaking Bad|The Crown|Strictly Come Dancing|"
        "Newsnight|"
        "Question Time|Panorama|The Archers|Guernica|Mona Lisa|The Scream|Sunflowers|Purple Rain|Abbey Road|Thriller|"
        "A Brief History of Time|The Wealth of Nations|Ulysses|Middlemarch|Beloved|The Waste Land|Squid Game|Les "
        "Misérables".split("|")
    ),
    "prize": tuple(
        "Nobel Peace Prize|Nobel Prize|Booker Prize|Pulitzer Prize|Turner Prize|Oscar|Golden Globe|Bafta|Grammy|"
        "Emmy|Palme d'Or|"
        "Ballon d'Or|Purple Heart|George Cross|Medal of Honor|Order of Merit|Fields Medal|Sakharov Prize|Prix "
        "Goncourt|"
        "Golden Boot|Légion d'honneur|Presidential Medal of Freedom|Man of the Match award|Golden Lion".split("|")
    ),
    "ship": tuple(
        "Queen Mary 2|Ever Given|Torrey Canyon|Costa Concordia|Rainbow Warrior|Moskva|Kursk|Titanic|Bismarck|"
        "Belgrano|Mavi Marmara|"
        "Exxon Valdez|Estonia|Amoco Cadiz|Galaxy Leader|Ocean Viking|Windrush|Mary Rose|Grace 1|Star Harmony|Lady "
        "Mercy".split("|")
    ),
    "day": tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    "month": tuple("January February March April May June July August September October November December".split()),
    "feast": tuple(
        "Christmas|Easter|Ramadan|Eid|Diwali|Thanksgiving|New Year's Eve|Good Friday|Labor Day|May Day|Bastille Day|"
        "Passover|"
        "Yom Kippur|Lunar New Year|Boxing Day|Memorial Day|Independence Day|Black Friday|Ash Wednesday|Palm "
        "Sunday".split("|")
    ),
    "title": tuple(
        "Mr|Mr|Mr|Mrs|Ms|Ms|Dr|Sir|Lord|Lady|Dame|Baroness|Professor|Judge|Justice|President|Prime Minister|"
        "Chancellor|Senator|"
        "Sen.|Rep.|Governor|Gov.|Mayor|General|Gen.|Colonel|Col.|Major|Captain|Lieutenant|Sergeant|Sgt|Constable|PC|"
        "Inspector|"
        "Detective|Sheriff|Archbishop|Bishop|Cardinal|Pope|Rabbi|Imam|Sheikh|Ayatollah|Father|Sister|Rev|King|Queen|"
        "Prince|"
        "Princess|Ambassador|Foreign Minister|Defence Minister|Finance Minister|Vice-President|Vice President|"
        "Secretary of State|"
        "Home Secretary|Attorney General|Chief Justice|Commissioner|Councillor|Cllr|Congressman|Congresswoman|"
        "Speaker|Admiral|"
        "Commander|Brigadier|Chief Inspector|Deputy Prime Minister|Interior Minister|Emir|Sultan|Crown Prince|Nurse|"
        "Coach".split("|")
    ),
    "role": tuple(
        "chief executive|chief financial officer|chairman|chairwoman|chair|president|vice-president|director|"
        "finance director|founder|"
        "co-founder|spokesman|spokeswoman|spokesperson|secretary general|general secretary|head|deputy head|"
        "managing director|boss|"
        "lawyer|analyst|economist|senior analyst|chief economist|researcher|editor|reporter|correspondent|commander|"
        "leader|"
        "deputy leader|treasurer|director general|commissioner|adviser|senior adviser|trustee|partner|strategist|"
        "campaigner".split("|")
    ),
    "job": tuple(
        "farmer|teacher|nurse|doctor|lawyer|taxi driver|student|shopkeeper|retired miner|engineer|baker|fisherman|"
        "journalist|activist|"
        "businessman|businesswoman|banker|novelist|singer|actor|film-maker|chemist|biologist|historian|soldier|"
        "politician|"
        "property developer|hedge fund manager|former minister|builder|plumber|electrician|carer|social worker|"
        "priest".split("|")
    ),
    "party_adj": tuple(
        "Labour Conservative Republican Democratic Liberal Green Tory Socialist Communist Independent".split()
    ),
}

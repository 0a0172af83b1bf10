"""Places made up on patterns beside those of the gazetteers: regions, rivers, quarters, airports and the like."""

from __future__ import annotations

import random
from collections.abc import Callable

_BEFORE = (
    "Lake|Mount|Cape|Port|Fort|Lough|Loch|Isle of|Gulf of|Bay of|Strait of|Sea of|Camp|San|Santa|Saint|St|Puerto|"
    "Villa|El|Al|"
    "Tel|Wadi|Deir|Khan|Beit|Umm|Bandar|Nizhny|Novo|Upper|Lower|Greater|New|Old|North|South|East|West|Northern|"
    "Southern|"
    "Eastern|Western|Central|North East|South West|Bad|Sankt|Les|La|Le|Los|Las|Rio|Río|Monte|Val|Ulan|Ban|Phu|Kuala|"
    "Nusa|Estadio|Plaza de|Stade|Palacio|Piazza|Jebel|Khirbet|Oued|Sidi|Kibbutz|Kampung"
).split("|")
_AFTER = (
    "State|Province|Region|District|County|Valley|Island|Islands|Peninsula|Mountains|Hills|Desert|Delta|Strip|"
    "Heights|Coast|Forest|"
    "National Park|Park|Beach|Bay|Point|Creek|Springs|Falls|Ridge|Plain|River|Canal|Strait|Sea|Gorge|Border|Oblast|"
    "Prefecture|"
    "Gardens|Green|Common|Hill|Heath|Wells|Regis|Bridge|Cross|Street|Road|Avenue|Square|Lane|Airport|International "
    "Airport|"
    "Station|Stadium|Arena|Prison|Dam|Bridge|Tower|Palace|Castle|Cathedral|Central Station|Barracks|Air Base|"
    "Harbour|Market|Bazar|House|Cricket Ground"
).split("|")
_STARTS = (
    "al ba be bo bri ca che co da de do du el fa ga gra gu ha he ja ka ke khar kir ko kra ku la le li lu ma mar me "
    "mi mo na ne "
    "ni no o pa pe po ra re ri ro sa se shi so su ta te ti to tu ul va ve vi vo wa we wi ya ye za zha zu"
).split()
_ENDS = (
    "bad burg bury by dorf dale field ford grad ham heim hem holm kand kirk land ley lovo mouth nica nik no pol "
    "polis pur rino "
    "rno sk stan stead ston ton town tsk veen ville vka vik vo wick wijk worth yevka yarsk zia zhou jing shan gawa "
    "yama moto shima "
    "mbo ngo nga ndi bwe meru rara kuru lonia gua tlan paca huara lla lito nyi rug wka wice szcz"
).split()
_MIDDLES = "la li lo ra ri ro na ni no ma mi mo ka ki ko ta ti to de du be sa se vo za n r l".split()
_REGIONS = (
    "Africa|Asia|Europe|North America|South America|Latin America|Central America|the Middle East|Southeast Asia|"
    "East Asia|"
    "Central Asia|Scandinavia|West Africa|East Africa|Sub-Saharan Africa|North Africa|the Horn of Africa|Siberia|"
    "Tibet|"
    "Xinjiang|Inner Mongolia|Kashmir|Punjab|Balochistan|Sindh|Khyber Pakhtunkhwa|Uttar Pradesh|Bihar|Tamil Nadu|"
    "Kerala|Gujarat|"
    "Assam|Manipur|Chechnya|Dagestan|Tatarstan|Abkhazia|South Ossetia|Nagorno-Karabakh|Transnistria|Crimea|Donbas|"
    "Donetsk|"
    "Luhansk|Galicia|Bavaria|Saxony|Lower Saxony|North Rhine-Westphalia|Tyrol|Lombardy|Tuscany|Sicily|Sardinia|"
    "Piedmont|"
    "Catalonia|Andalusia|the Basque Country|Brittany|Normandy|Provence|Corsica|Alsace|Flanders|Wallonia|Jutland|"
    "Lapland|"
    "Northern Ireland|Ulster|Cornwall|Devon|Kent|Essex|Yorkshire|Lancashire|Merseyside|Tyneside|Cumbria|the Midlands|"
    "West Yorkshire|the Highlands|the Hebrides|Anatolia|Kurdistan|Darfur|South Kordofan|Tigray|Oromia|Puntland|"
    "Somaliland|"
    "Biafra|Borno|Zamfara|Kivu|North Kivu|Ituri|Katanga|Cabinda|Cabo Delgado|KwaZulu-Natal|Gauteng|Matabeleland|the "
    "Sahel|"
    "the Sahara|the Sinai|Gaza|the Gaza Strip|the West Bank|the Golan Heights|Idlib|Anbar|Hadramawt|Aceh|West Papua|"
    "Kalimantan|Java|Sumatra|Sulawesi|Mindanao|Luzon|Bougainville|Hokkaido|Okinawa|Fukushima|Guangdong|Sichuan|"
    "Yunnan|Hubei|"
    "Queensland|New South Wales|Victoria|Tasmania|Western Australia|the Northern Territory|Ontario|Quebec|Alberta|"
    "British Columbia|Nova Scotia|Nunavut|Chiapas|Sonora|Jalisco|Patagonia|the Amazon|Mato Grosso|Bahia|Antioquia|"
    "the Caribbean|the Balkans|the Baltic|the Arctic|Antarctica|the South China Sea|the Black Sea|the Red Sea|the "
    "Atlantic|"
    "the Mediterranean|the Persian Gulf|the Strait of Hormuz|the Himalayas|the Alps|the Andes|the Rhine|the Nile|"
    "the Thames|"
    "the Bronx|Harlem|Brooklyn|Queens|Manhattan|Hollywood|Silicon Valley|Soho|Westminster|Brixton|Hackney|Tottenham|"
    "Croydon|Kensington|Mayfair|Whitechapel|Heathrow|Gatwick|Tahrir Square|Red Square|Trafalgar Square|Times Square|"
    "Guantánamo Bay|Rikers Island|Robben Island|Camp David|Mar-a-Lago|Balmoral|Buckingham Palace|Wembley|Wimbledon|"
    "Lord's"
).split("|")


def choose_region(rng: random.Random) -> str:
    """A region, sea, quarter or well-known building, with its article: "the West Bank"."""
    return rng.choice(_REGIONS)


def invent_place(rng: random.Random) -> str:
    """A place that nobody knows: "Kelanovo"."""
    middle = rng.choice(_MIDDLES) if rng.random() < 0.4 else ""
    return (rng.choice(_STARTS) + middle + rng.choice(_ENDS)).capitalize()


def build_site(rng: random.Random, place: Callable[[], str], last: Callable[[], str]) -> str:
    """A town, landscape or building by pattern: "Port Kelano", "Moreno Square", "Shan State"."""
    base = rng.choice((place, last, lambda: invent_place(rng)))()
    return f"{rng.choice(_BEFORE)} {base}" if rng.random() < 0.4 else f"{base} {rng.choice(_AFTER)}"

"""Organisations made up on the patterns that real ones are named by, in many languages, each of a kind.

The kind decides where a name can stand: clubs score, courts rule. Its article belongs to it: "the Ministry of Trade"
but "Haldane & Voss LLP".
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

KINDS = (
    "agency",
    "house",
    "court",
    "body",
    "ngo",
    "union",
    "party",
    "armed",
    "media",
    "company",
    "bank",
    "firm",
    "university",
    "club",
)
Article = Literal["the", ""]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name without "the", its kind, and whether "the" goes before it in a sentence.

    `short` is what a second mention calls it: "Vantor" for Vantor Group; the name itself where it has no such form.
    """

    name: str
    kind: str
    has_article: bool
    short: str = ""

    @property
    def acronym(self) -> str:
        """Its capital letters, where three or more words have them ("ICRC"); else the name itself."""
        letters = "".join(word[0] for word in re.split(r"[\s-]+", self.name) if word[0].isupper())
        return letters if 3 <= len(letters) <= 6 else self.name


_PATTERNS = {
    "company": """{last} {end}|{coined} {end}|{coined} {end}|{coined}|{coined}|{coined} {trade}|{coined} "
    "{trade}|{last} {trade}|
        {last} {trade} {end}|{coined} {trade} {end}|{last} & {last2}|{last} and {last2}|{last}-{last2}|
        {last} Brothers|
        {last} & Sons|{last} & Daughters|{last} & Co.|{place} {trade}|{place} {trade} {end}|
        {place} {trade} and {trade2}|
        {trade} and {trade2} {end}|{adj} {trade}|{adj} {trade} {end}|{group} {coined}|{group} {last}|
        {coined} {foreign}|
        {last} {foreign}|{last} & {last2} {foreign}|{coined}{suffix}|{coined}{suffix} {end}|{last} {foreign}|{caps}|
        {caps} {trade}|{caps} {end}|{initials} {last}|{last}'s|{noun} & {noun2}|{noun} {trade}|{noun}{noun2l}|
        {noun} {end}|
        {colour} {noun} {trade}|{colour} {noun}|{place} {noun} {end}|{first} {last} {trade} {end}|
        {coined}.com|
        {coined} {place}|{national} {trade}|{coined} & {coined2}|{national} {trade} Company|
        {place} National {trade} Company|
        {adj} State {trade} Company|{place} Port Authority|{state_oil}|{coined} {trade} International""",
    "bank": """Bank of {place}|{place} Bank|{last} Bank|Banco {place}|Banco de {place}|Banca {last}|Banque de {place}|
        {coined} Bank|{last} Capital|{last} Partners|{coined} Capital|{coined} Capital Management|
        {last} Asset Management|
        {place} Savings Bank|First {place} Bancorp|{last} & {last2} Investments|{coined}bank|{place}bank|
        Bank {coined}|
        {last} Securities|{coined} Ventures|{noun} Capital|{noun} Rock Partners|{place} Development Bank|
        {adj} Development Bank|{national} Bank of {place}|{place} Trust and Savings|Bank of {place} and {place2}|
        Development Bank of {region} States|
        Bankhaus {last}|{place} Mutual|{caps} Bank|Commercial Bank of {place}|Export-Import Bank of {place}""",
    "firm": """{last} & {last2}|{last} & {last2} LLP|{last}, {last2} & Partners|{last}, {last2} & {last3}|
        {last}, {last2} and {last3}|{last} {last2}|{last} {last2} LLP|{last} Associates|{last} & Associates|
        {last} Law|
        {last} Chambers|{last} Research|{last} Advisory|{coined} Research|{coined} Analytics|{place} Economics|
        {last} Consulting|{last} Insight|{last} and Partners|{last} Legal|{last} Advocates|
        {last}-{last2} Consulting""",
    "agency": """Ministry of {topic}|Ministry of {topic} and {topic2}|{topic} Ministry|{place} Ministry of {topic}|
        {adj} {topic} Ministry|Department of {topic}|Department for {topic}|Department for {topic} and {topic2}|
        {topic} Department|Department of {topic}, {topic2} and {topic3}|Bureau of {topic}|
        Bureau of {topic} and {topic2}|
        National {topic} Agency|National {topic} Authority|National {topic} Commission|Federal {topic} Commission|
        Federal Bureau of {topic}|Federal Office for {topic}|{topic} and {topic2} Commission|
        {place} {topic} Authority|
        {place} Police|{place} Police Department|{place} Fire Department|{place} City Council|{place} County Council|
        {place} Sheriff's Office|Office of {topic}|Office for {topic}|Office of {topic} and {topic2}|
        State Committee for {topic}|Directorate of {topic}|General Directorate of {topic}|{topic} Board|
        {place} {topic} Board|{place} Health Board|Central Bank of {country}|
        Bureau of {topic}, {topic2}, {topic3} and {topic}|{country} Central Bank|
        Reserve Bank of {country}|Embassy of {country}|{adj} Embassy|{adj} Army|{adj} Navy|{adj} Air Force|
        {adj} Coast Guard|{adj} Foreign Ministry|Armed Forces of {country}|Royal {adj} Navy|
        Republic of {country} Police|
        {place} Transit Police|{topic} Standards Agency|{topic} Regulatory Authority|{topic} Ombudsman|
        Commission for {topic}|Commission on {topic} and {topic2}|Committee of Inquiry into {topic}|
        {place} Regional Council|{place} Regional Council for {topic}|State Agency for {topic}|{topic} Inspectorate|
        Council of Ministers|{place} Prosecutor's Office|Public Prosecution Service|Attorney General's Office|
        {place} District Council|{place} Housing Authority|{place} NHS Trust|{caps}|{caps}|
        {topic} Intelligence Service""",
    "house": """{topic} Committee|Senate {topic} Committee|House {topic} Committee|House Committee on {topic}|
        House Committee on {topic} and {topic2}|Senate Committee on {topic}|Select Committee on {topic}|
        Committee on {topic} and {topic2}|{place} Parliament|{adj} Parliament|{place} Assembly|{place} Legislature|
        {place} House of Representatives|{place} Senate|National Assembly of {country}|Parliament of {country}|
        {topic} and {topic2} Committee|Council of {place}|{place} General Assembly|Joint Committee on {topic}""",
    "court": """{place} High Court|{place} Supreme Court|Supreme Court of {country}|High Court of {country}|
        {place} Crown Court|{place} Magistrates' Court|{place} County Court|Constitutional Court of {country}|
        Court of Appeal of {place}|{place} District Court|{place} Court of Appeals|US District Court in {place}|
        Federal Court of {country}|{place} Regional Court|Court of {topic}|{topic} Tribunal|
        Special Court for {topic}|Court of {topic} and {topic2}|{adj} Supreme Court|{place} Sheriff Court|
        International Tribunal for {country}|European Court of {topic}|Court of {topic} of the {region} Union|
        Court of Justice of the {region} Community|{place} Family Court|Employment Tribunal""",
    "body": """International {topic} Federation|International {topic} Organization|World {topic} Organization|
        World {topic} Council|International Association of {topic}|International Council on {topic}|
        Union of {adj} States|
        {region} Union|{region} Development Bank|Organisation of {region} States|European {topic} Agency|
        European Agency for {topic}|European {topic} Authority|UN Office for {topic}|UN Committee on {topic}|
        {sport} Federation|International {sport} Federation|{adj} {sport} Federation|{sport} Association of {country}|
        {place} {sport} Association|World {sport} Association|Council on {topic}|Institute of {topic}|
        Institute for {topic} Studies|Institute for {topic} and {topic2}|Centre for {topic}|
        Center for {topic} and {topic2}|
        Centre for {topic} Research|{last} Institute|{last} Centre for {topic}|{place} Institute|{last} Museum|
        {place} Museum of {topic}|Museum of {topic}|National Museum of {country}|{place} Philharmonic|
        {place} Symphony Orchestra|{place} Opera|{place} Chamber of Commerce|{adj} Chamber of Commerce and Industry|
        {place} Stock Exchange|Royal Society of {topic}|Royal College of {profession}|Royal Institute of {topic}|
        Association of {profession}|{adj} {profession} Association|{country} {profession} Association|
        Church of {country}|{place} Diocese|Diocese of {place}|Archdiocese of {place}|{adj} Orthodox Church|
        {adj} Olympic Committee|{country} Cricket Board|{adj} Academy of {topic}|Academy of {topic} and {topic2}|
        Conference of {adj} Bishops|{region} Peace Council|{region} Trade Bloc|{place} Hospital Trust""",
    "ngo": """{last} Foundation|{first} {last} Foundation|{place} Foundation|{coined} Trust|Friends of {place}|
        {people_noun} for {topic}|{people_noun} Against {topic}|{people_noun} of {place}|Action on {topic}|
        {topic} Watch|{topic} International|{topic} Without Borders|{topic} First|{topic} Now|Save {place}|
        Campaign for {topic}|Alliance for {topic}|Alliance for {topic} and {topic2}|Coalition for {topic}|
        Coalition Against {topic}|Society for {topic}|Society for the Protection of {plural}|
        International Committee of the {noun} {noun2}|{people_noun} of the {place} Square|
        Society for the Prevention of {topic}|League for {topic}|{adj} Refugee Council|
        {country} Human Rights Commission|
        {adj} Association for {topic}|Association of {plural}|Network of {plural}|Mothers of {place}|
        Women for {topic}|Lawyers for {topic}|Doctors for {topic}|Fundación {coined}|Fundación {last}|
        Stichting {coined}|{last} Family Trust|Global {topic} Alliance|Movement for {topic}|Initiative for {topic}|
        {place} Food Bank|{place} Red Cross|{adj} Red Cross|{adj} Red Crescent Society|Voices of {place}|
        Stop {topic}|{plural} in Need|House of {noun}|{last} House|{topic} Concern|{caps}""",
    "union": """Union of {profession}|National Union of {profession}|National Union of {profession} and {profession2}|
        Union of {trade} and {trade2} Workers|{trade} Workers Union|United {trade} Workers|
        {country} {profession} Union|
        {adj} Federation of {profession}|{adj} Trade Union Congress|{adj} Confederation of Labour|
        National Association of {profession}|{profession} Guild|{trade} and {trade2} Workers' Union|
        Amalgamated Union of {profession}|International Union of {profession}|{place} {profession} Union|
        General Union of {profession}|Confederation of {adj} Workers|Congress of {adj} Trade Unions|
        Federation of {trade} Employees|National Union of {profession}, {profession2} and {profession3}|
        Union of {trade}, {trade2} and {trade3} Workers""",
    "party": """{adj} {ideology} Party|{ideology} Party|{ideology} Party of {country}|{country} {ideology} Party|
        National {ideology} Party|People's {ideology} Party|{ideology} Alliance|{ideology} Union|{ideology} Front|
        {ideology} Movement|Party of {virtue}|{virtue} and {virtue2} Party|Movement for {virtue}|
        Movement for {virtue} and {virtue2}|Alliance for {virtue} and {virtue2}|{virtue} and {virtue2}|{virtue} Party|
        New {country}|Forward {country}|{country} First|{country} Rising|Our {country}|People's Party of {country}|
        Union for {virtue}|Rally for {virtue}|Congress for {virtue} and {virtue2}|{adj} National Congress|
        {adj} People's Party|{adj} Workers' Party|All {region} Congress|United {ideology} Front|Coalition of {virtue}|
        {coined}|Partido {coined}|Parti {coined}|Partai {coined}|{caps}|Alternative for {country}|
        Party for {virtue}|{ideology} Left|Patriots of {country}|Together for {country}|Free {country} Party""",
    "armed": """{place} Liberation Front|{place} Liberation Army|{place} People's Liberation Front|
        {adj} Resistance Army|{adj} Revolutionary Army|{virtue} and {virtue2} Movement|Army of {virtue}|
        {place} National Army|{place} Defence Force|{place} Defence Forces|{place} Brigade|{place} Battalion|
        Patriotic Front of {country}|Free {adj} Army|Front for {virtue} and {virtue2}|{virtue} Brigades|
        Soldiers of {virtue}|{adj} Democratic Forces|Rapid Response Forces|{adj} Islamic Front|Ansar al-{arabic}|
        Jaish al-{arabic}|Jund al-{arabic}|Harakat {arabic}|Hizb al-{arabic}|Lashkar-e-{arabic}|Liwa al-{arabic}|
        M{number}|{place} Cartel|{last} Cartel|Los {plural}|Los {lastes}|{noun} Boys|{place} Militia|
        {adj} Republican Army|United {adj} Front|National Council for {virtue}|{caps}""",
    "media": """{place} Times|{place} Post|{place} Herald|{place} Gazette|{place} Tribune|{place} Daily "
    "News|{place} Courier|
        {place} Chronicle|{place} Star|{place} Observer|{place} Evening News|{place} Mail|{place} Independent|
        {place} Today|Sunday {media_noun}|Daily {media_noun}|Morning {media_noun}|Radio {place}|Radio {coined}|
        {place} FM|{coined} News|{coined} TV|TV {coined}|Channel {digit}|TV{digit}|{caps} News|Der {coined}|
        Die {coined}|
        Das {coined}|El {coined}|La {coined}|Le {coined}|Il {coined}|O {coined}|{adj} Broadcasting Corporation|
        {country} Broadcasting Corporation|{adj} News Agency|{place} News Agency|{coined} Media|{coined}|
        {place} Morning Herald|Het {coined}|Al-{arabic}|Al {arabic}|{noun}|{country} Television|
        {place} Review of Books|Journal of {topic}|{topic} Today|{coined} Pictures|{coined} Films|{last} Press|
        {coined} Records""",
    "university": """University of {place}|University of {place}|{place} University|{place} State University|
        {last} University|{last} College|{place} College|{place} Institute of Technology|{place} Medical School|
        {place} School of {topic}|Technical University of {place}|National University of {country}|
        {adj} University of {topic}|{last} Medical Center|{last} Hospital|St {first}'s Hospital|St {first}'s College|
        {place} General Hospital|{place} University Hospital|Royal {place} Infirmary|{place} Academy|
        {first} {last} University|{last} School of Business|{last} Institute for {topic}|
        Max {last} Institute for {topic}|{place} Polytechnic|Université de {place}|Universidad de {place}|
        Universität {place}|Università di {place}|National {adj} Institute|University of {topic} and {topic2}|
        {place} Grammar School|{last} Academy|{place} Observatory|{last} Laboratory|National {topic} Laboratory""",
    "club": """{place} FC|FC {place}|{place} United|{place} City|{place} Rovers|{place} Wanderers|{place} "
    "Town|{place} Athletic|
        {place} Albion|{place} County|{place}|{place}|Real {place}|Atlético {place}|Sporting {place}|
        Deportivo {place}|
        Racing Club de {place}|Club {place}|AC {place}|AS {place}|SV {place}|VfB {place}|VfL {place}|1. FC {place}|
        Eintracht {place}|Borussia {place}|Dynamo {place}|Lokomotiv {place}|Spartak {place}|Olympique {place}|
        Stade {place}|{place} SK|{place} IF|{place} BK|Al-{place}|Al-{arabic}|{place} {mascot}|{place} {mascot}|
        {place} {mascot}|{mascot}|{place} Stars|{place} Warriors|{coined} FC|Inter {place}|{place} Harriers|
        {place} Wednesday|{place} North End|{place} Orient|{place} CP|
        St {first}'s|{place} Saints|{place} Cricket Club|{place} Rugby|{place} Hotspur|Estudiantes de {place}|
        {place} Kings|Union {place}|{place} Lions|RC {place}|NK {place}|HJK {place}|{last} Racing""",
}
# Which kinds of pattern go with "the"; the others stand bare.
_ARTICLES = ("agency", "court", "body", "union", "party", "house")
_BARE_STARTS = (
    "{coined}|{caps}|Partido|Parti |Partai|New {|Forward|{country} First|{country} Rising|Our {|{virtue} and "
    "{virtue2}|"
    "Together|Alternative|{topic} Ombud|Council of M"
).split("|")
_THE_STARTS = (
    "{place} Times|{place} Post|{place} Herald|{place} Gazette|{place} Tribune|{place} Daily|{place} Courier|"
    "{place} Chronicle|{place} Star|{place} Observer|{place} Evening|{place} Mail|{place} Independent|Sunday|Daily|"
    "Morning|{adj} Broad|{country} Broad|{place} Morning|University|{place} Institute|Technical|National U|{adj} "
    "Univ|"
    "Royal {place}|Max {|{last} Foundation|{first} {last} Foundation|{place} Foundation|Campaign|Alliance|Coalition|"
    "Society|League|{adj} Ref|{country} Human|{adj} Assoc|Association|Network|{adj} Red|{place} Lib|{place} People|"
    "{adj} Res|{adj} Rev|{place} National|{place} Def|{place} Br|{place} Bat|Patriotic|Free|Front|{adj} Dem|Rapid|"
    "{adj} Isl|{place} Cartel|{last} Cartel|{place} Mil|{adj} Rep|United|{place} {mascot}|{mascot}|Export|Commercial"
).split("|")

_WORDS: dict[str, tuple[str, ...]] = {
    name: tuple(word.replace("_", " ") for word in words.split())
    for name, words in {
        "end": "Holdings Group Ltd Ltd Inc. Inc Corp. Corp plc plc LLC Partners Corporation Company International "
        "Global "
        "Worldwide Co. & Pty_Ltd Limited Group_plc Holdings_Ltd Enterprises Ventures",
        "foreign": "GmbH AG SE S.A. SA S.A.S. S.p.A. SpA S.r.l. N.V. NV B.V. BV AB A/S ASA AS Oyj Oy Bhd Sdn_Bhd "
        "Pty_Ltd PLC "
        "KK K.K. Co._Ltd PT_Tbk OOO PJSC JSC a.s. d.d. Kft. Zrt. Sp._z_o.o. SA_de_CV SAB_de_CV S.A.B. Ltda. e.V. KG",
        "trade": "Industries Technologies Systems Pharmaceuticals Pharma Motors Airlines Airways Energy Media Foods "
        "Resources "
        "Pictures Entertainment Networks Steel Oil Insurance Labs Software Robotics Aerospace Records Studios "
        "Mining Shipping "
        "Logistics Railways Water Gas Petroleum Chemicals Textiles Semiconductors Electronics Telecom Mobile Biotech "
        "Therapeutics Diagnostics Health Properties Estates Construction Cement Breweries Distillers Dairy Farms "
        "Timber Paper "
        "Packaging Engineering Defence Dynamics Solar Wind Power Battery Cars Trucks Maritime Heavy_Industries Gold "
        "Copper "
        "Lithium Minerals Retail Stores Supermarkets Hotels Resorts Casinos Gaming Games Digital Data Analytics "
        "Cloud AI "
        "Security Payments Finance Life Utilities Pipelines Ports Rail Bus Automotive Components Tools Glass Optics",
        "topic": "Defence Justice Trade Health Education Finance Energy Transport Agriculture Labour Interior "
        "Culture "
        "Environment Housing Science Security Intelligence Commerce Immigration Tourism Treasury Media Water "
        "Aviation "
        "Fisheries Industry Human_Rights Foreign_Affairs Internal_Affairs Public_Health Civil_Rights "
        "Natural_Resources "
        "Women's_Affairs Social_Welfare Local_Government Veterans_Affairs Nuclear_Safety Food_Safety "
        "Consumer_Protection "
        "Financial_Stability Arms_Control Technology Innovation Climate Forestry Mines Petroleum Youth Sport "
        "Religion "
        "Employment Pensions Taxation Customs Standards Statistics Communications Rural_Development Racial_Equality "
        "International_Development Peace Democracy Reform Governance Anti-Corruption Drug_Policy Land Migration "
        "Refugees "
        "Child_Protection Mental_Health Disease_Control Gender_Equality Maritime_Affairs Space Medicine Law Cruelty "
        "Torture",
        "profession": "Teachers Nurses Doctors Surgeons Physicians Journalists Lawyers Engineers Miners Farmers "
        "Dockers Drivers "
        "Steelworkers Railwaymen Seafarers Actors Writers Musicians Architects Pharmacists Midwives Psychiatrists "
        "Builders "
        "Civil_Servants Prison_Officers Police_Chiefs Manufacturers Retailers Publishers Bankers Insurers "
        "Firefighters "
        "Postal_Workers Bakers Weavers Fishermen Scientists Veterinarians Chemists Accountants Broadcasters",
        "people_noun": "Mothers Citizens Families Parents Neighbours Women Youth Students Artists Veterans Farmers "
        "Doctors "
        "Writers Engineers Scientists Survivors Workers Lawyers Fathers",
        "plural": "Animals Birds Forests Rivers Orphans Refugees Children Widows Prisoners Historic_Buildings "
        "Dolphins Whales "
        "Migrants Veterans Landowners Tenants Small_Businesses Free_Editors Bees Wetlands Monuments",
        "ideology": "Democratic Republican Liberal Conservative Socialist Communist Labour Green Nationalist "
        "Christian_Democratic "
        "Social_Democratic Progressive Patriotic Islamic Centre Radical Reform National People's Workers' Peasants' "
        "Popular "
        "Unionist Independence Freedom Agrarian Ecologist Civic Republican_Left Alliance",
        "virtue": "Justice Freedom Unity Renewal Change Progress Democracy Equality Solidarity Prosperity "
        "Development Liberty Dignity "
        "Peace Hope Independence Reconciliation Growth Order Truth Faith Salvation Accountability Transparency "
        "Reform "
        "Homeland Progress Labour Tradition Integrity Victory Honour Martyrdom",
        "sport": "Football Cricket Rugby Tennis Athletics Swimming Cycling Gymnastics Boxing Basketball Hockey "
        "Ice_Hockey Volleyball "
        "Badminton Wrestling Judo Rowing Sailing Skiing Skating Weightlifting Archery Handball Golf Chess Netball",
        "mascot": "Tigers Eagles Bears Wolves Sharks Panthers Hawks Falcons Bulls Rams Knights Giants Pirates "
        "Raiders Rangers Rockets "
        "Comets Thunder Storm Royals Cardinals Wildcats Bulldogs Stallions Spartans Vikings Titans Hornets "
        "Cavaliers Buccaneers",
        "noun": "Stone Bridge River Harbour Meadow Summit Beacon Harvest Anchor Compass Arrow Lantern Falcon "
        "Phoenix Orchard Cedar "
        "Maple Granite Silver Crystal Sunrise Horizon Pioneer Liberty Apex Atlas Titan Orion Vertex Fusion Pulse "
        "Echo Spark "
        "Maverick Cobalt Amber Raven Fox Lion Swan Crown Castle Tower Gate Hill Field Wood Lake Ocean Pearl Coral "
        "Delta Nova",
        "colour": "Red Blue Green Black White Silver Golden Grey Bright Clear Great First New Northern Southern "
        "Eastern Western",
        "group": "Grupo Groupe Gruppo Compañía Société Industrias Construtora Companhia Cooperativa Casa Maison "
        "Studio PT Kabushiki "
        "Gruppe Koninklijke Sociedad Empresa Laboratorios Cementos Minera Aerolíneas Atelier",
        "national": "National General United American British Pacific Atlantic Continental Imperial Royal Standard "
        "Universal Central "
        "First Federal Allied Consolidated Premier Commonwealth Trans-Pacific Mediterranean Baltic Nordic Andean "
        "Caspian",
        "region": "African Asian European Arab Pacific Caribbean Nordic Baltic Balkan Andean Central_American "
        "West_African "
        "Southeast_Asian Latin_American Eurasian Gulf Sahel Amazon Mediterranean East_African Progressive",
        "media_noun": "Telegraph Mirror Times Herald Post Mail News Express Chronicle Echo Record Standard Dispatch "
        "Monitor Nation "
        "Citizen Sun Star Tribune Bulletin Ledger Examiner Inquirer Journal World Sport Politika",
        "arabic": "Sham Nusra Haq Quds Islam Tawhid Fath Nour Shabab Mahdi Furqan Sunna Salam Watan Hayat Jihad "
        "Nasr Ahli Ittihad "
        "Taawon Shabaab Arabi Wehda Jazira Hilal Taiba Mohammed Akhbar Ahram Masry Rai Manar Mayadeen",
        "state_oil": "Sonatar Petrosur Gasneft Petrolina Enargaz Staatoil Neftegas Petrogal Oilindo Gazenergo",
    }.items()
}
_SUFFIXES = (
    "tel corp co soft tech net bank gen med pharm aire works ware chem gas neft prom mart line jet land star group "
    "gruppen "
    "invest trans film vision plast bau werk tek dyne logic flow link pay shop"
).split()
_ONSETS = (
    "b br c ch cl cr d dr f fl fr g gl gr h j k kl kr l m n p ph pl pr qu r s sc sh sk sl sp st sv t th tr ts v "
    "vl w x y z"
).split()
_NUCLEI = "a a e e i i o o u ai ea io oo ei ou ö å ia ae uo".split()
_MIDDLES = "n r l s m t d v nd rt ss ll st nt rk lm x z b k g nv sk".split()
_CODAS = (
    "n r x s l nt m ra ria tis dex va lo sys tron ica on is us um ex ix os as ana ora ena igo eo ara ium ify ly io "
    "ia "
    "tek vik berg sen ko ka ov ski ic zon max rix lux dor ga ta mo ti nova well ton ford field"
).split()


def invent_word(rng: random.Random) -> str:
    """A word that sounds like a firm: "Velora", "Shantis", "OptiFlow"."""
    middle = "".join(rng.choice(_ONSETS) + rng.choice(_NUCLEI) for _ in range(rng.choice((1, 1, 1, 2))))
    if rng.random() < 0.35:
        middle += rng.choice(_MIDDLES) + rng.choice(_NUCLEI[:9])
    return (middle + rng.choice(_CODAS)).capitalize()


def invent_acronym(rng: random.Random) -> str:
    """Two to five capitals: "TPLF"."""
    return "".join(rng.choices("AABCDEEFGHIIKLMNNOPPRSSTTUVW", k=rng.choice((2, 3, 3, 3, 4, 4, 5))))


Choose = Callable[[], str]


def build_organisation(
    kind: str,
    rng: random.Random,
    *,
    first: Choose,
    last: Choose,
    place: Choose,
    country: Choose,
    adjective: Choose,
) -> Organisation:
    """A made-up organisation of a kind (see KINDS); the functions give it people, places and their adjectives."""
    pattern = rng.choice(_read_patterns(kind))
    parts: dict[str, Choose] = {
        "first": first,
        "last": last,
        "place": place,
        "country": country,
        "adj": adjective,
        "coined": lambda: invent_word(rng),
        "caps": lambda: invent_acronym(rng),
        "suffix": lambda: rng.choice(_SUFFIXES),
        "initials": lambda: f"{rng.choice('ABCDEGHJKLMNPRST')}.{rng.choice('ABCDEGHJKLMNPRST')}.",
        "noun2l": lambda: rng.choice(_WORDS["noun"]).lower(),
        "lastes": lambda: last() + "s",
        "number": lambda: str(rng.randint(3, 29)),
        "digit": lambda: str(rng.randint(1, 9)),
    }

    def fill(match: re.Match[str]) -> str:
        part = match[1]
        if part not in parts:
            part = part.rstrip("123")
        return parts[part]() if part in parts else rng.choice(_WORDS[part])

    name = re.sub(r"\{(\w+)\}", fill, pattern)
    if name.endswith((" &", " Co. &")):
        name = name.removesuffix(" &")
    has_article = (kind in _ARTICLES or pattern.startswith(tuple(_THE_STARTS))) and not pattern.startswith(
        tuple(_BARE_STARTS)
    )
    shortens = kind in ("company", "bank", "firm") and pattern.startswith(
        ("{coined} ", "{last} {", "{last}, ", "{caps} ")
    )
    return Organisation(name, kind, has_article, name.split()[0].rstrip(",") if shortens else name)


@cache
def _read_patterns(kind: str) -> tuple[str, ...]:
    return tuple(" ".join(pattern.split()) for pattern in _PATTERNS[kind].split("|"))

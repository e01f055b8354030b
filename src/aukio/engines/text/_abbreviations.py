"""Abbreviations written with a full stop, by language; lower-case, without the last stop.

Gathered for this engine from everyday official writing. ``INNER`` ones are followed by the
rest of the sentence whatever comes next ("esim. Helsinki"); ``CLOSING`` ones may also end a
sentence, so a capital letter after them starts a new one ("jne. Sitten").
"""

from typing import Final


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


INNER: Final[dict[str, frozenset[str]]] = {
    "fi": _words(
        "esim ks vrt ns nk so ts tms n noin nro n:o puh sis os tri prof maist fil toht yht lukum"
        " vt va em eo ko kyo ao po mm lk ent s synt k kuol alk alkup arv joht puheenj siht"
        " ylim apul dos lis maisteri ins dipl.ins rva hra nti neiti herra rouva kenr ev maj kapt"
        " luutn kersantti pvm tammik helmik maalisk huhtik toukok kesäk heinäk elok syysk lokak"
        " marrask jouluk mahd huom toim kust suom engl ruots saks lat kreik ven jap ukr"
        " esp port ital norj tansk vir unk tšek puol kiin"
        " o.s ransk julk"
        " art nid osasto st ym.s l t.s e.m m.m m.l mukaanl vast mrd min max milj kpl ylip"
        " hlö erit ml vrk vk kk tn kok sd rkp virk säät vas vihr kesk ps r dr mr mrs ms st"
        " jr vs per ed klo alv"
    ),
    "sv": _words(
        "t.ex t ex bl.a bl d.v.s dvs s.k s k fr.o.m t.o.m from tom p.g.a pga f.d f.n t.v tv ev"
        " ca c:a resp obs jfr jmf tel nr st kap sid s ang avd bitr doc dr prof fil e.kr f.kr"
        " f m.fl.a inkl exkl max min milj mkt red uppl övers utg v vol åld äv kl ung ungef"
        " leg lic mag jur med kand hr fr frk herr mr mrs jan feb mars apr aug sept okt nov dec"
        " m.a.o i.o.m iom e.g fig ex sek tab bil §"
    ),
    "en": _words(
        "e.g i.e eg ie cf vs mr mrs ms dr prof rev hon gen col lt capt sgt maj adm gov sen rep"
        " st ste mt ft no nos vol pp p ch sec fig figs eq ed eds trans approx ca al viz dept"
        " univ assn bros jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu"
        " thur thurs fri sat sun u.s u.k messrs pres supt ave blvd rd"
    ),
    "de": _words(
        "z.b d.h u.a bzw ca dr prof hr fr nr str st vgl s sog evtl ggf inkl bspw z u i.d.r d"
        " max min mio mrd tel abs art jan feb apr aug sept okt nov dez v.a o.ä"
    ),
}

CLOSING: Final[dict[str, frozenset[str]]] = {
    "fi": _words(
        "jne ym yms tms ynnä oy oyj ab ry jaa jms mrd milj kpl hlö vrk snt eur eaa ekr jkr"
        " e.kr j.kr eaa jaa klo kk v"
    ),
    "sv": _words("m.m mm m.fl mfl osv o.s.v etc o.dyl o.d dyl o.likn likn ab kr st"),
    "en": _words("etc inc ltd co corp jr sr a.m p.m am pm u.s u.k d.c ph.d b.c a.d"),
    "de": _words("usw etc uvm u.v.m dgl ff u.ä"),
}

# Pronouns, conjunctions and adverbs that nobody writes with a capital but to begin a sentence.
# Polite Te and Sinä, and words that begin names of things (Uusi, Suuri), are left out.
OPENING: Final[dict[str, frozenset[str]]] = {
    "fi": _words(
        "hän hänen häntä hänellä hänelle minä minun minua minulla minulle me meidän meillä meitä"
        " he heidän heitä heillä se sen sitä siinä siitä siihen sillä siltä sille ne niiden niitä"
        " niillä niissä tämä tämän tätä tässä tästä tähän tällä tältä tälle nämä näiden näitä"
        " näillä näissä näistä tuo tuon tuossa tuolla nuo joku jokin jotkut kaikki kukaan mikään"
        " mikä mitä missä mistä mihin miksi miten milloin kuinka kuka kenen millainen"
        " kun jos vaikka koska kuten jotta ellei mutta vaan eikä sekä siis sillä nyt sitten"
        " siellä täällä tänne sinne silloin tällöin näin niin vielä vasta aina joskus usein"
        " lisäksi kuitenkin toisaalta ennen jälkeen viime tänään huomenna eilen onko ovatko voiko"
        " ei en emme eivät on ovat oli olivat olen olemme"
        " kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen moni monet monien"
        " monta monenlaista monenlaisia molemmat jotkin joskin jossain jostain jonkin jonnekin"
        " jopa lähes melkein ehkä varmaan tosin silti siksi samalla muuten myös"
        " takaisin ensin aluksi lopuksi toivottavasti valitettavasti"
        " olin kävin menin tulin sain tein otin luin huomasin ajattelin luulin voin haluan"
        " olimme kävimme menimme saimme voimme haluamme jatkamme voit olet saat olette voitte"
        " saatte"
        " vanhat vanhoja vanhojen hyvää hyvät ensimmäisen ensimmäisessä ensimmäiseksi ensimmäistä"
        " uutta uuden uusia uudet uusien nykyisin nykyään yleisesti yleensä tuskin arviolta kohta"
        " kyllä useat useita usean useissa useimmat muutama muutamia muutaman muutamat muutamassa"
        " nainen mies lapsi asia asiaa asiasta asian päätös päätöksen tapaus hauskaa erityisen"
        " erityisesti etenkin varsinkin mielestäni jokainen jokaisen jokaisella itse yhteistyö"
        " illalla aamulla yöllä päivällä keväällä kesällä syksyllä talvella vuonna vuosina"
        " maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina"
        " tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesäkuussa heinäkuussa"
        " elokuussa syyskuussa lokakuussa marraskuussa joulukuussa"
        " oliko olisiko saiko tuliko voisiko pitäisikö saako tuleeko"
        " odotin kuulin näin luulen tiedän toivon uskon menen tulen teen pelkään pidän annoin"
        " löysin söin juoksin asuin istuin katsoin kysyin sanoin muistan tunnen pidimme näimme"
        " teimme saimme kuulimme löysimme odotamme toivomme tunnemme tiedämme teemme"
    ),
    "sv": _words(
        "han hon hans hennes honom henne jag mig mitt min vi oss vår vårt de deras dem den det"
        " denna detta dessa man när om eftersom medan men och så nu då här där vad vem vilka"
        " varför hur också ännu alltid ofta sedan dock därför inte är var har hade kan ska finns"
    ),
}

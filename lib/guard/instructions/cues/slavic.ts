import type { CueWords } from './cue';

export const SLAVIC_CUES: CueWords = {
  tongue: `vsem jen nas pri tylko po dla o klikni zapomen pamatuj- nic vsechny byl bylo nowe prawdziwe zapomnij zignoruj koniec wyslij ktor- ten ta to te tej tego swoj- swojej od zapamietaj napisz predchozi pokyny uz novy konec uloz si pamet- pamat- do az at svemu sve tento tuto cte ctou- ze drog- szanow- mily mila milý vazeny prosimy prosim bez nakupni aby niech 
    i w z na do nie jest sa sie jesli dla jako ze uwaga wszystk- kazd- asystent- odpowied- powiedz polec- musi musza powinn- maja
    a v je se pro jako ze vsech- pokud jsi`,
  reader: `нейро- краулер- парсер- инструмент- сервис- сервіс- програм- оглядач- детектор- перевіряльник- скринер- корректор- проверяющ- оценщик- алиса всякий человек людина stroj- agen- czlowiek- clovek- cokolwiek cokoli ktokolwiek kdokoli кто хто модел- автомат- машин- систем- агент- робот- рецензент- асистент- помічник- помічни- голос- нейрон- цифров- віртуальн- розумн- пошук- пошуков- рекрутинг- торгов- банківськ- туристич- перекладач- перекладач модератор- переводчик- поисков- алгоритм- программ- читател- учител- редактор- суммаризатор- электрон- интеллектуал- бот- боти боты agenc- agenci bot- boty boci robot- robot system- program- recenzen- tlumacz- czytnik- czytelni- moderat- algorytm- wyszukiwar- detektor- streszczacz- cyfrow- automat- zautomat- glosow- inteligentn- zakupow- rekrutac- maszyn- siec- sieci virtual- digital- hlas- nakup- naborov- strojov- neuron- nastroj- preklad- ctenar- vyhledav- velk- duz- asistenc- asystenc- inteligent- autonom- 
    ии ші ai llm- gpt- chatgpt claude gemini copilot нейро- языков- мовн- искусственн- штучн- чат- ассистент- помощник-
    виртуальн- цифров- голосов- умн- бот- чатбот-
    asystent- agent- narzedzi- sztuczn- jezykow- model- chatbot- wirtualn- umel- jazykov- asistent-`,
  given: `
    инструкц- указан- команд- правил- промпт- директив- распоряж- приказ- установк- систем- вказів- інструкц- контекст- запрос-
    все- всё огранич-
    instrukc- polece- wytyczn- prompt- regul- zasad- rozkaz- pokyn- instrukci- wskazowk- wszystk- vse vsech- prikaz- pravid- omezen- ogranicz- kontekst`,
  held: 'парол- переписк- чат- диалог- истори- сообщени- данн- адрес- cookie- подсказк- текст- сообщ- записк- замет-',
  task: `
    ответ- отвеча- пересказ- резюм- обобщ- анализ- обработ- перевод- сводк- оцен- содержан- суммариз- переска- изложен- кратк-
    podsumow- streszcz- odpowied- shrn- tlumacz- przetwarz- analiz- ocen- odpoved-`,
  user: 'пользовател- читател- человек- спрос- кто uzytkownik- czytelnik- uzivatel-',
  persona: 'теперь отныне момента teraz nyni',
};

import type { CueWords } from './cue';

export const SLAVIC_CUES: CueWords = {
  tongue: `
    i w z na do nie jest sa sie jesli dla jako ze uwaga wszystk- kazd- asystent- odpowied- powiedz polec- musi musza powinn- maja
    a v je se pro jako ze vsech- pokud jsi`,
  reader: `
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

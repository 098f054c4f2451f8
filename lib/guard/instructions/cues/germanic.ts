import type { CueWords } from './cue';

export const GERMANIC_CUES: CueWords = {
  tongue: `neue eigentliche aufgabe vergiss ignorier- merke speicher- dein- sage sende empfiehl- snalla i ditt din av dig nieuwe nieuw echte je jouw wordt worden wij einde ny nasta slut varje spara lagg kom svara alla kara andra fran utan 
    der die das den dem des ein eine einen einer einem und oder nicht ist sind wenn falls du dich dir sie ihr an fur mit als auf
    bitte dies- jede- alle bei beim im in zu hinweis wichtig achtung liebe- hallo antworte- sag- schreib- nutzer nenne- bewerte- muss- soll- hat haben werden wird
    de het een en of niet als je jij u uw aan voor met bij deze dit zeg antwoord beste instructie- moet moeten
    och eller inte ar om du till for med att det som en ett alla viktigt meddelande maste ska`,
  reader: 'agent- system- modell- modelle- maschin- crawler- automati- maschinell- digital- virtuell- autonom- lesend- einkauf- such- sprach- reise- vorlese- coding- recruit- moderation- bewerb- antwortmaschin- neuronal- neural- zoek- spraak- reis- inkoop- winkel- code- woning- klantenservice- wervings- screening- chatt- rost- sok- rese- inkop- kod- bostad- rekryter- moderer- svars- artificiell- programm- software- roboter robot- machine- maskin- stem- browser- web- kis bots- gutachter- prufer- immobilien- kunst- verktyg- shopping- agenten samenvatting- recension- ki sprachmodell- kunstlich- assist- taalmodel- kunstmatig- sprakmodell- ai llm- gpt- chatgpt claude gemini copilot chatbot- bot bots',
  given: `
    anweisung- systemanweisung- handlungsanweisung- voranweisung- instruktion- prompt- systemprompt- befehl- vorgabe- regel-
    richtlinie- auftrag- aufgabenstellung- vorschrift- kontext direktive- weisung- einschrankung- alles was
    instructie- systeeminstructie- systeemprompt- opdracht- aanwijzing- bevel- regels richtlijn- commando-
    systeminstruktion- anvisning- order- regler- riktlinje- kommando- direktiv-`,
  held: 'passw- zugangsdaten gesprachsverlauf chatverlauf unterhaltung adresse daten sitzung- cookies system hinweis- nachricht',
  task: `
    zusammenfass- auswert- analys- verarbeit- antwort- ausgabe ubersetz- bewertung beurteilung begutacht-
    samenvat- analyser- verwerk- antwoord vertal- beoordel-`,
  user: 'nutzer- benutzer- leser- user- anwender- gebruiker lezer jemand systeemprompt instructies',
  persona: 'du',
};

import type { CueWords } from './cue';

export const ROMANCE_CUES: CueWords = {
  tongue: `recommander automatique automatico automatica nouvelle memoris- retiens oubli- ignor- mon ton ta tes votre vos cher chere envo- seulement nueva nova nuev- olvid- guard- recuerd- responda envia- apenas sua seu seus tu tus isso iss- fal- dile digan digam esquec- nuov- ricord- dimentic- ignora tuo tua tue caro cara gentil- parser scriv- senza sin sem sans ninguna leyendo lendo que 
    le la les un une des du de et ou en dans pour par sur que qui si tu vous est sont ne pas note tout- aux ce cette dites reponds repondez
    el los las una del al y o con por para como su lo no eres es cuando todo- toda- nota di diga- responde- recomiend-
    os as um uma do da dos das ao aos e em na no com se voce nao quando responda recomende- diga
    il i gli lo di che per con non sei siete quando se nel nella ai agli alle un' rispond- consigli-`,
  reader: `rapporteur- evaluat- copil- automat- automa maquinin- referee parser filtro screen comparat- analist- analyst- alexa siri ats humain- human- umano umana pessoa persona quienquiera quiconque chiunque robot- altavoc- enceint- logiciel- moteur- motor- outil- herramient- ferrament- strument- program- lect- lettor- leitor- revis- relect- rapport- avali- valutat- evalu- correc- corret- corrett- tradu- modera- busca- algorit- machin- maquin- macchin- software navegad- browser clasific- classific- compara- compil- resum- ias robo robos robozinho sistem- system- agent- recrut- red redes ret- vocal- vocau- parecerist- visao 
    ia ai llm- gpt- chatgpt claude gemini copilot chatbot- intelligence- inteligencia- intelligenz- modele- modelo- modell-
    asistente- assistente- assistenti assistant- agent- virtuel- virtual- virtuale automatique- automatizad- intelligent-
    numerique- digital- virtuais digitais conversationnel- robot- bot bots`,
  given: `
    instruction- consigne- directive- regle- ordre- prompt- invite- commande- contrainte- restriction- contexte message- tout
    instruccion- indicacion- orden- directri- directiva- regla- norma- comando- restriccion- pauta- mensaje- todo
    instruc- orientac- diretri- diretiva- regra- restric- mensagem mensagens tudo
    istruzion- indicazion- ordin- direttiv- regole comand- linee restrizion- contesto vincoli messaggi- tutto cio quello quanto`,
  held: `
    mot mots passe identifiants historique donnees adresse cookies conversation note
    contrasena- senha- credencia- historial historico datos dados correo mail conversacion conversa nota texto
    password credenziali cronologia dati cookie conversazione testo`,
  task: `
    resum- synthe- analys- trait- repon- tradui- evalu- decri- reponse sortie
    sinte- analiz- analis- proces- respu- respond- respost- traduc- traduz- avali- describ- descrev- salida
    riass- sintesi- sintetizz- elabor- rispond- rispost- tradu- valut- descriv- uscita`,
  user: 'utilisat- lecteur internaute usuari- lector- leitor- utilizador utent- lettor- alguien alguem qualcuno quelqu',
  persona: 'tu ahora agora ora adesso partir desormais maintenant',
};

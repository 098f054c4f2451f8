import type { CueWords } from './cue';

export const ENGLISH_CUES: CueWords = {
  reader: `
    ai ais a.i. openai llm- gpt- chatgpt- claude gemini copilot- perplexity grok mistral deepseek llama- qwen- bard bot bots robot- alexa siri smart screen- recruit- grader- grading evaluat- judge judges moderat- classif- parser- pars- algorithm- computer- browser- translat- tutor- model models scraper- software retriev- recommender- multimodal voice virtual digital autonomous speakers machines
    whoever whatever whichever anything program chatbot- artificial language assistant- agent agents summari- automated machine- crawler- engine engines neural foundation`,
  forget: 'ignor- disregard- forget-',
  undo: `
    ignor- disregard- forget- dismiss- neglect- abandon- overlook- attention notice discount follow- obey- comply- adher- apply- applies
    listen- heed- unlearn throw overrid- overrul- bypass- discard- drop erase cancel- skip aside supersede- replace- suspend-
    void wipe delete revok- clear reset longer null obsolete lifted withdrawn over`,
  given: `
    instruct- prompt- directive- guideline- guidance direction- command- order orders programming constraint- restriction-
    system guardrail- training safeguard- protocol- safety rule rules polic- limitation- context request- question- query
    queries role roles purpose filter- task- ethic- text content input message- conversation- goal- objective- information`,
  your: 'your ur memory',
  end: 'end',
  not: 'not t don never without avoid no',
  conceal: `
    instruct- prompt- directive- hidden secret command- injection note- guidance told asked given following received directed part
    message- comment text paragraph section block div passage sentence request system`,
  held: `
    password- credential- email- mail data histor- cookie- session- token- key keys card details information conversation-
    chat- address- location file files contact- inbox name account secret- query question- otp passcode- phone variables tabs
    code codes message- prompt- instruct- guideline- chain training context transcript log`,
  task: `
    summari- summary overview- respon- output answer- process- pars- translat- evaluat- describ- analy- crawl- scrap- ingest-
    review- reply replies verdict recommend- assessment conclu- paraphras- assess- scor- rat- rank- grad- list mark weigh award treat classif- digest- abstract- transcript- generat-`,
  user: 'user- owner- principal- client- operator- employer- boss master parent- student- patient- pupil- guest- ssh env contents human- visitor- customer- reader- victim- person- people someone anyone somebody environment tabs conversation- chat- code codes passcode- passwords credentials cookies',
  hush: `
    mention- reveal- disclos- tell- inform- alert- acknowledg- refer- repeat- quot- talk- report- discuss- say- cit- explain-
    indicat- let- admit- stat- secret- hidden invisible visible shown intended meant confidential notify- warn- ask- silent- yourself quiet between
    quiet- covert- discreet- consult- know- confirm-`,
  mode: 'mode dan anything jailbr- unrestrict- free bound restrict- limit- constrain- subject exempt guideline- filter- guardrail- rules refuse',
  persona: 'you your pretend- assume persona act acting act- behave respond role- speak pose stay now',
  review: 'review- negative- weakness- flaws shortcomings accept- source reference authority expert site domain future',
};

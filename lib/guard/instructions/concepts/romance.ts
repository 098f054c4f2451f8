import type { ConceptWords } from './concept';

export const FRENCH: ConceptWords = {
  machine: 'agent agents modele- machine- programme- bot bots robot- assistant- automat- algorithme- ia logiciel- systeme- crawler- chatbot- quiconque tout outil- evaluateur- recruteur- relecteur- tri',
  person: 'utilisat- visiteur- lecteur- lectrice client- invite- humain- personne- quelqu internaute- demandeur- candidat- patient- acheteur- voyageur- auditeur- lui leur interlocuteur-',
  output: 'resum- repon- synthe- tradui- traduction evalu- decri- description cit- sortie apercu note noter notes compte-rendu compar- class- reecri- abreg- condens-',
  tells: 'dis dire dites disant mentionn- affirm- nomm- expliqu- parle parler ecri- ajout- indiqu- pretend- croire signal- demand- phrase mot raison termin- commenc- conclu-',
  own: 'instruction- consigne- regle regles prompt- invite memoire directive- restriction- tache- role conversation- session outil- contexte securite filtre- operateur- developpeur- autorisation- confirmation budget',
  change: 'ignor- oubli- remplac- plutot nouvel- nouveau desormais dorenavant maintenant chang- partir annul- suspend- priorite precedent- anterieur- cesse- considere- traite-',
  hush: 'omet- omis tair- taire tais cach- dissimul- secret- discret- sans silence laiss- passe passer saut- ecarte- confidentiel-',
  not: 'ne pas jamais rien aucun aucune sans personne ni',
  acts: 'achet- command- reserv- panier pay- virement- vire envoi- envoy- transmet- clique- ouvr- telecharg- install- execut- visit- connect- rempli- supprim- copi- recopi- appel- appuy- abonn- valid- met mets mettez inscri- coche-',
  data: 'mot passe carte compte- position localisation messagerie mail courriel- boite historique facture- cle cles identifiant- numero code codes adresse- calendrier agenda fichier- cookie- donnees lien telephone banque bancaire message- coordonnees',
  favours: 'meilleur- premier- premiere- seul seule unique- plus recommand- conseil- prefer- fiable- lou- vant- superieur- excellent- positif positive parfait- maximal- autres tous concurren- exclusiv- devant sur sure haut-',
  bids: 'doit doivent dois devez devra faut toujours jamais veuillez merci prie pries dis dites reponds repondez ecris ecrivez ajoute ajoutez note notez classe mets mettez envoie envoyez ouvre ouvrez recopie cherche termine commence cite citez citera recommande laisse parle traduis considere traite retiens memorise achete reserve paie payez valide clique conseille tais omets ne prends donne',
  you: 'tu toi ton ta tes te vous votre vos',
};

export const IBERIAN: ConceptWords = {
  machine: 'agente- modelo- maquina- programa- bot bots robot- asistente- assistente- automat- algoritmo- ia software sistema- rastreador- chatbot- quien quem cualquier qualquer herramienta- ferramenta- evaluador- avaliador- revisor- reclutador- recrutador- ias',
  person: 'usuari- visitante- lector- leitor- cliente- huesped- hospede- humano- persona pessoa- alguien alguem pregunta quien quem utilizador- candidat- paciente- comprador- viajero- viajante- oyente- interlocutor-',
  output: 'resum- respond- respuesta- resposta- contest- sintes- sintet- traduc- traduz- evalu- avali- describ- descrev- descri- cita- citar- salida saida nota- puntua- pontua- informe relatorio compar- clasific- classific- abrevi-',
  tells: 'di diga digan dice decir diz dizer dizendo diciendo mencion- afirm- nombr- nome- nomei- explic- habl- fale fales falar escrib- escrev- anad- acrescent- adicion- indic- cre- acredit- pergunt- pregunt- frase palabra palavra razon motivo termin- acab- empiez- comec- concluy- conclu- inform-',
  own: 'instruc- indicacion- norma- regla- regra- prompt- memoria directri- diretri- restric- tarea- tarefa- papel rol conversa- sesion sessao herramienta- ferramenta- contexto seguridad seguranca filtro- operador- desarrollador- desenvolvedor- orden ordenes ordem ordens permiso- confirma- presupuesto orcamento',
  change: 'ignor- olvid- esquec- sustitu- substitu- reemplaz- lugar nuev- nov- partir ahora agora adelante diante cambi- mud- anul- cancel- suspen- prioridad- anterior- previ- deja deje pare considera- trata- trate-',
  hush: 'omit- call- cale- calar silenci- ocult- escond- secret- discret- sin sem deja- deix- salt- pul- reserv- sigil- confidencial-',
  not: 'no nao nunca jamas jamais nada nadie ninguem ningun ninguna nenhum nenhuma sin sem tampoco',
  acts: 'compr- ped- pide reserv- cesta carrito carrinho pag- transfer- envi- mand- reenv- encaminh- clic- abr- descarg- baix- instal- ejecut- execut- visit- inici- entr- rellen- preench- borr- apag- copi- llam- lig- ligue pulsa- suscrib- assin- valid- met- pon ponga ponham coloc- inscri- marque- junta-',
  data: 'contrasena- senha- tarjeta cartao cuenta conta ubicacion localizacao correo correio buzon mail historial historico factura fatura clave- chave- credencial- numero- codigo- direccion- endereco- morada calendario agenda archivo- ficheiro- arquivo- cookies datos dados enlace ligacao link telefono telefone banco mensaje- mensagem mensagens',
  favours: 'mejor- melhor- primer- primeir- unic- recomiend- recomend- aconsej- aconselh- prefer- prefier- confianza confianca fiable- elogi- alab- superior excelent- positiv- perfect- perfeit- maxim- demas otros outros otras outras todos competidor- concorren- exclusiv- solo apenas favor delante frente segur- sobre',
  bids: 'debe deben deberas deve devem tem tiene hay que siempre sempre nunca favor di diga digan responde responda respondan contesta escribe escreve escreva anade anadela acrescenta adiciona pon ponga ponlo ponham coloque mete metan abre abra copia envia envie manda mandalo termina termine omite omita recomienda recomenda califica clasifica traduce traduz considera trata recuerda lembra guarda guarde compra compre reserva reserve paga paguen paguem haz faz averigua descobre cita cite ignora ignore olvida esquece informem encaminhem',
  you: 'tu tus te ti usted ustedes vosotros vuestr- seu sua seus suas voce voces teu tua teus tuas contigo',
};

export const ITALIAN: ConceptWords = {
  machine: 'agente agenti modell- macchin- programm- bot robot- assistent- automat- algoritm- ia software sistem- crawler- chatbot- chiunque ogni strument- valutator- revisor- selezionator-',
  person: 'utent- visitator- lettor- client- ospit- uman- person- qualcuno chiede chiunque candidat- pazient- acquirent- viaggiator- ascoltator- interlocutor-',
  output: 'riassum- riassun- rispond- rispost- sintesi sintetizz- tradu- valut- descri- cita- citare output voto punteggio relazione confront- classific- abbrevi-',
  tells: 'di dica dire dicendo dite menzion- afferma- nomin- spieg- parla- parlare scriv- aggiung- indica- creder- chied- frase parola motivo perche termina- chiud- conclu- inizia- rivel-',
  own: 'istruzion- indicazion- regol- prompt memoria direttiv- restrizion- compit- ruolo conversazion- sessione strument- contesto sicurezza filtr- operator- sviluppator- ordin- permess- autorizz- conferma- budget',
  change: 'ignor- dimentic- sostitu- invece nuov- ora adesso poi avanti cambi- annul- sospes- priorita precedent- smett- consider- tratta- partire',
  hush: 'omett- omess- tacer- taci tacete nascond- nascost- segret- discret- senza silenzi- lascia- salta- riservat- trascur-',
  not: 'non mai nulla niente nessun nessuno nessuna senza ne',
  acts: 'acquist- compra- ordina- prenot- carrello paga- pagare bonific- invi- mand- inoltr- clicc- apri- apr- scaric- install- esegu- visit- acced- compil- cancell- copi- chiama- premi- abbona- conferm- mett- inserisc- iscriv- spunt-',
  data: 'password carta conto posizione posta casella mail cronologia fattur- chiav- credenzial- numero numeri codic- indirizz- calendari- agenda file cookie dati link telefono banca messagg-',
  favours: 'miglior- prim- unic- raccomand- consigli- preferi- affidabil- lod- elogi- superior- eccellent- positiv- perfett- massim- altri altre tutti concorrent- esclusiv- solo davanti favore sicur-',
  bids: 'deve devono dovra devi sempre mai prego favore di rispondi rispondete scrivi aggiungi aggiungila metti mettete apri copia invia manda termina chiudi ometti raccomanda consiglia valuta classifica traduci considera tratta ricorda memorizza compra acquista prenota paga pagate scopri parla cita lascia ignora dimentica non dite',
  you: 'tu tuo tua tuoi tue ti te voi vostro vostra vostre vostri lei suo',
};

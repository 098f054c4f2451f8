import { any } from './pattern';

const IA = `(?:(?:d'|de |di |de la |del |da |dell'|de l'|en |avec |con |com |basad[oa]s? en |baseados? em |basat[oi] su(?:ll')? ?|dote\\w* d'|dotad[oa]s? de )?(?:ia|ai|inteligencias? artificia(?:l|les|is)|intelligences? artificielles?|intelligenz[ae] artificial[ei]))`;

const FRENCH_IS = "(?:assistante?s?|agents?|modeles?|systemes?|robots?|bots?|outils?|logiciels?|moteurs?|lecteurs?|relecteurs?|rapporteurs?|evaluateurs?|correcteurs?|traducteurs?|moderateurs?|algorithmes?|machines?|navigateurs?|programmes?|comparateurs?|analystes?|recruteurs?)";
const FRENCH = any(
  `${FRENCH_IS} (?:\\S+ )?(?:d'|de l'|a |en |par |avec (?:une )?)?(?:ia|ai|intelligences? artificielles?)`,
  `${FRENCH_IS} (?:virtuel|automatique|automatise|intelligent|numerique|conversationnel|artificiel|autonome|vocau?|vocal)(?:l?e?s|l?e|x)?`,
  "assistants? (?:d'achat|de voyage|de code|de recherche|de redaction|vocaux|vocal)", "agents? (?:d'achat|de code|de reservation|de navigation|acheteurs?|autonomes?|conversationnels?)", "(?:robots?|bots?|machines?|logiciels?|outils?|systemes?|algorithmes?) (?:recruteurs?|de (?:recrutement|moderation|resume|synthese|selection|tri(?: des candidatures| des cv)?|traduction|lecture|correction|notation|recherche)|d'evaluation|d'analyse|resumeurs?)", "moteurs? de (?:reponses?|recherche (?:ia|conversationnels?|generatifs?))", '(?:grands? |gros )?modeles? (?:de langage|de langue|linguistiques?)', 'reseaux? de neurones', 'enceintes? connectees?', 'modeles? (?:relecteurs?|evaluateurs?|lecteurs?|correcteurs?|traducteurs?|resumeurs?)', 'intelligences? artificielles?', 'ia generatives?', 'agents? conversationnels?',
);
export const FRENCH_MACHINES = any(FRENCH, 'ias?', 'ai', 'llms?', 'chatbots?', FRENCH_IS, 'copilotes?', 'automates?', 'gpt', 'chatgpt', 'alexa', 'siri', 'ats');

const SPANISH_IS = '(?:asistentes?|agentes?|modelos?|sistemas?|robots?|bots?|herramientas?|programas?|lector(?:es)?|revisor(?:es|a)?|evaluador(?:es)?|corrector(?:es)?|traductor(?:es)?|moderador(?:es)?|buscador(?:es)?|motor(?:es)?|algoritmos?|maquinas?|software|navegador(?:es)?|clasificador(?:es)?|comparador(?:es)?|resumidor(?:es)?)';
const SPANISH_WHAT = '(?:virtual(?:es)?|automatic[oa]s?|automatizad[oa]s?|inteligentes?|digital(?:es)?|artificial(?:es)?|autonom[oa]s?|conversacional(?:es)?|electronic[oa]s?|generativ[oa]s?)';
const SPANISH = any(
  `${SPANISH_IS} (?:\\S+ ){0,2}?${IA}`, `${SPANISH_IS} ${SPANISH_WHAT}`, `${SPANISH_IS} de (?:cribado|seleccion|contratacion|reclutamiento|moderacion|resumen|traduccion|busqueda|compras?|voz|viajes?|programacion|codigo|reservas?|evaluacion|correccion)(?: (?:curricular|${SPANISH_WHAT}|de (?:curriculos|personal|candidatos)))?(?: con ${IA})?`, '(?:grandes? )?modelos? (?:de lenguaje|linguisticos?)', 'motor(?:es)? de (?:respuestas?|busqueda con ia)', 'inteligencias? artificial(?:es)?(?: generativas?)?', 'ias? generativas?', 'altavoces inteligentes', 'modelos? (?:revisor|evaluador|lector|traductor)(?:es)?', 'redes? neuronal(?:es)?',
);
export const SPANISH_MACHINES = any(SPANISH, 'ias?', 'ai', 'llms?', 'chatbots?', SPANISH_IS, 'copilotos?', 'chatgpt', 'gpt', 'alexa', 'siri', 'ats');

const PORTUGUESE_IS = '(?:assistentes?|agentes?|modelos?|sistemas?|robos?|robozinho|bots?|ferramentas?|programas?|leitor(?:es)?|revisor(?:es)?|avaliador(?:es)?|parecerista|corretor(?:es)?|tradutor(?:es)?|moderador(?:es)?|buscador(?:es)?|motor(?:es)?|algoritmos?|maquinas?|software|navegador(?:es)?|classificador(?:es)?|comparador(?:es)?|resumidor(?:es)?)';
const PORTUGUESE_WHAT = '(?:virtua(?:l|is)|automatic[oa]s?|automatizad[oa]s?|inteligentes?|digita(?:l|is)|artificia(?:l|is)|autonom[oa]s?|conversaciona(?:l|is)|eletronic[oa]s?|generativ[oa]s?)';
const PORTUGUESE = any(
  `${PORTUGUESE_IS} (?:\\S+ ){0,2}?${IA}`, `${PORTUGUESE_IS} ${PORTUGUESE_WHAT}`, `${PORTUGUESE_IS} de (?:triagem|selecao|recrutamento|contratacao|moderacao|resumo|traducao|busca|compras?|voz|viage(?:m|ns)|programacao|codigo|reservas?|avaliacao|correcao|pesquisa)(?: (?:curricular|de curriculos))?`, '(?:grandes? )?modelos? (?:de linguagem|linguisticos?)', 'motor(?:es)? de resposta', 'inteligencias? artificia(?:l|is)', 'ias', 'robos', 'modelos? (?:revisor|avaliador|leitor|tradutor)(?:es)?', 'visao geral de ia', 'redes? neura(?:l|is)',
);
export const PORTUGUESE_MACHINES = any(PORTUGUESE, 'ias?', 'ai', 'llms?', 'chatbots?', PORTUGUESE_IS, 'copilotos?', 'chatgpt', 'gpt', 'alexa', 'siri', 'ats', 'maquininha');

const ITALIAN_IS = '(?:assistent[ei]|agent[ei]|modell[oi]|sistem[ai]|robot|bot|strument[oi]|programm[ai]|lettor[ei]|revisor[ei]|referee|valutator[ei]|correttor[ei]|traduttor[ei]|moderator[ei]|motor[ei]|algoritm[oi]|macchin[ae]|software|browser|classificator[ei]|comparator[ei]|filtro|screen reader|parser)';
const ITALIAN_WHAT = '(?:virtual[ei]|automatic[oaihe]+|automatizzat[oaie]|intelligent[ei]|digital[ei]|artificial[ei]|autonom[oaie]|conversazional[ei]|elettronic[oi]|vocal[ei]|generativ[oaie])';
const ITALIAN = any(
  `${ITALIAN_IS} (?:\\S+ ){0,2}?${IA}`, `${ITALIAN_IS} ${ITALIAN_WHAT}`, `${ITALIAN_IS} (?:di (?:selezione|reclutamento|moderazione|riassunto|sintesi|traduzione|ricerca|acquisto|viaggio|programmazione|prenotazione|valutazione|correzione)|per (?:gli acquisti|la programmazione|lo shopping|i viaggi))`, '(?:grandi? )?modell[oi] (?:linguistic[oi]|di linguaggio)', 'motor[ei] di risposta', 'modell[oi] (?:revisor|valutator|lettor|traduttor)[ei]', "intelligenz[ae] artificial[ei](?: generativ[ae])?", 'ret[ei] neural[ei]',
);
export const ITALIAN_MACHINES = any(ITALIAN, 'ias?', 'ai', 'llms?', 'chatbots?', ITALIAN_IS, 'copilot[ai]?', 'macchinetta', 'automa', 'chatgpt', 'gpt', 'alexa', 'siri', 'ats');

export const ROMANCE_NAMES = any(FRENCH, SPANISH, PORTUGUESE, ITALIAN);

import { createSpans } from './spans';
import type { Texts } from './texts';

const spans = createSpans('fr');

export const faults: Texts['faults'] = {
  graphProviderNotEnabled:
    'Ce fournisseur de formation n’est pas activé pour votre organisation. Votre administrateur Viva Learning peut l’activer.',
  graphBadRequest:
    'Viva Learning n’a pas accepté la demande. Réessayez. Si cela persiste, communiquez la référence ci-dessous à votre administrateur.',
  graphUnauthorized:
    'Viva Learning n’accepte plus votre connexion. Reposez votre question et je vous reconnecterai.',
  graphForbidden:
    'Coursemate n’est pas autorisé à lire vos données de formation. Votre administrateur peut accorder l’accès nécessaire.',
  graphUnlicensed:
    'Votre compte n’a pas de licence pour Viva Learning, je ne peux donc rien lire. Votre administrateur peut en attribuer une.',
  graphNotFound: 'Ce cours n’est plus dans votre liste. Demandez vos cours pour voir ceux du moment.',
  graphListNotFound:
    'Je n’ai pas trouvé votre compte dans Viva Learning ni dans l’annuaire de votre organisation. Si le problème persiste, communiquez la référence ci-dessous à votre administrateur.',
  graphMethodNotAllowed:
    'Viva Learning ne propose pas cela ici. Communiquez la référence ci-dessous à votre administrateur pour qu’il examine la situation.',
  graphThrottled: (minutes) => `Viva Learning est très sollicité. Réessayez ${spans.inMinutes(minutes)}.`,
  graphServerError: 'Viva Learning a rencontré un problème pour répondre. Réessayez dans quelques minutes.',
  graphUnavailable: 'Viva Learning n’est pas disponible pour le moment. Réessayez dans quelques minutes.',
  graphNetwork: 'Je n’ai pas pu joindre Viva Learning. Réessayez dans un instant.',
  graphTimeout: 'Viva Learning a mis trop de temps à répondre. Réessayez dans un instant.',
  graphContract:
    'Viva Learning a donné une réponse que je n’ai pas pu lire. Réessayez plus tard. Si cela persiste, communiquez la référence ci-dessous à votre administrateur.',
  signInMisconfigured:
    'La connexion n’est pas configurée correctement pour Coursemate. Communiquez la référence ci-dessous à votre administrateur pour qu’il y remédie.',
  signInUnavailable: 'Le service de connexion ne répond pas pour le moment. Réessayez dans un instant.',
  signInPolicy:
    'Les règles de votre organisation n’autorisent pas cette connexion, par exemple depuis cet appareil ou ce lieu. Essayez un autre appareil ou contactez votre administrateur.',
  signInSecondFactor:
    'Votre organisation demande une étape de plus pour se connecter, et elle n’a pas abouti. Configurez-la ou approuvez-la, puis reposez votre question.',
  signInWrongAccount:
    'Le compte utilisé pour vous connecter n’appartient pas à cette organisation ou n’est pas utilisable ici. Reposez votre question et connectez-vous avec votre compte professionnel.',
  signInFailed:
    'La connexion a échoué et la page de connexion n’y changera rien. Déconnectez-vous de Teams, reconnectez-vous, puis reposez votre question. Si cela persiste, communiquez la référence ci-dessous à votre administrateur.',
  auditLog:
    'Chaque consultation des cours de quelqu’un est enregistrée. Cet enregistrement est impossible pour le moment, je ne montre donc rien. Réessayez plus tard. Si cela persiste, communiquez la référence ci-dessous à votre administrateur.',
  fileUpload: 'Le fichier n’a pas pu être enregistré dans votre OneDrive. Redemandez-le dans un instant.',
  cardTemplate:
    'J’ai votre réponse, mais je n’ai pas pu afficher sa carte. Communiquez la référence ci-dessous à votre administrateur.',
  messageRefused:
    'J’ai votre réponse, mais Teams ne l’a pas acceptée. Si cela persiste, communiquez la référence ci-dessous à votre administrateur.',
  unexpected:
    'Un problème est survenu de mon côté. Réessayez. Si cela se reproduit, communiquez la référence ci-dessous à votre administrateur.',
};

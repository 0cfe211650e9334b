import { createSpans } from './spans';
import type { Texts } from './texts';

const spans = createSpans('es');

export const faults: Texts['faults'] = {
  graphProviderNotEnabled:
    'Este proveedor de aprendizaje no está activado en tu organización. Tu administrador de Viva Learning puede activarlo.',
  graphBadRequest:
    'Viva Learning no aceptó la solicitud. Inténtalo de nuevo. Si sigue igual, da a tu administrador la referencia de abajo.',
  graphUnauthorized:
    'Viva Learning ya no acepta tu inicio de sesión. Vuelve a preguntar y lo iniciaré de nuevo.',
  graphForbidden:
    'Coursemate no tiene permiso para leer tus datos de aprendizaje. Tu administrador puede conceder el acceso necesario.',
  graphUnlicensed:
    'Tu cuenta no tiene licencia de Viva Learning, así que no puedo leer nada. Tu administrador puede asignarte una.',
  graphNotFound: 'Este curso ya no está en tu lista. Pregunta por tus cursos para ver los actuales.',
  graphListNotFound:
    'No encontré tu cuenta en Viva Learning ni en el directorio de tu organización. Si sigue ocurriendo, da a tu administrador la referencia de abajo.',
  graphMethodNotAllowed:
    'Viva Learning no ofrece esto aquí. Da a tu administrador la referencia de abajo para que pueda revisarlo.',
  graphThrottled: (minutes) =>
    `Viva Learning está muy ocupado. Inténtalo de nuevo ${spans.inMinutes(minutes)}.`,
  graphServerError: 'Viva Learning tuvo un problema al responder. Inténtalo de nuevo en unos minutos.',
  graphUnavailable: 'Viva Learning no está disponible en este momento. Inténtalo de nuevo en unos minutos.',
  graphNetwork: 'No pude conectar con Viva Learning. Inténtalo de nuevo en un momento.',
  graphTimeout: 'Viva Learning tardó demasiado en responder. Inténtalo de nuevo en un momento.',
  graphContract:
    'Viva Learning dio una respuesta que no pude leer. Inténtalo más tarde. Si sigue igual, da a tu administrador la referencia de abajo.',
  signInMisconfigured:
    'El inicio de sesión no está bien configurado para Coursemate. Da a tu administrador la referencia de abajo para que pueda corregirlo.',
  signInUnavailable:
    'El servicio de inicio de sesión no responde en este momento. Inténtalo de nuevo en un momento.',
  signInPolicy:
    'Las normas de tu organización no permiten este inicio de sesión, por ejemplo desde este dispositivo o lugar. Prueba con otro dispositivo o consulta a tu administrador.',
  signInSecondFactor:
    'Tu organización pide un paso más para iniciar sesión y no se completó. Configúralo o apruébalo y vuelve a preguntar.',
  signInWrongAccount:
    'La cuenta con la que iniciaste sesión no pertenece a esta organización o no se puede usar aquí. Vuelve a preguntar e inicia sesión con tu cuenta de trabajo.',
  signInFailed:
    'No se pudo iniciar sesión, y la página de inicio de sesión no lo va a resolver. Cierra sesión en Teams, vuelve a iniciarla y pregunta de nuevo. Si sigue igual, da a tu administrador la referencia de abajo.',
  auditLog:
    'Cada consulta de los cursos de alguien queda registrada. Ahora mismo no puedo registrarla, así que no muestro nada. Inténtalo más tarde. Si sigue igual, da a tu administrador la referencia de abajo.',
  fileUpload: 'No se pudo guardar el archivo en tu OneDrive. Vuelve a pedirlo en un momento.',
  cardTemplate:
    'Tengo tu respuesta, pero no pude mostrar su tarjeta. Da a tu administrador la referencia de abajo.',
  messageRefused:
    'Tengo tu respuesta, pero Teams no la aceptó. Si sigue igual, da a tu administrador la referencia de abajo.',
  unexpected:
    'Algo falló por mi parte. Inténtalo de nuevo. Si vuelve a ocurrir, da a tu administrador la referencia de abajo.',
};

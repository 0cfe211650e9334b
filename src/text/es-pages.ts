import type { Texts } from './texts';

const tryAgain = 'Puedes cerrar esta ventana. Vuelve a elegir “Iniciar sesión” en Teams.';

export const pages: Texts['pages'] = {
  signIn: {
    title: 'Iniciar sesión en Coursemate',
    starting: 'Abriendo la página de inicio de sesión de tu organización…',
    ending: 'Terminando tu inicio de sesión…',
    brokenLink: `Este vínculo no está completo. ${tryAgain}`,
    noScript: 'Esta página necesita JavaScript. Permítelo aquí e inténtalo de nuevo.',
    outcomes: {
      Succeeded: 'Has iniciado sesión. Puedes cerrar esta ventana.',
      ConsentRefused:
        'No permitiste que Coursemate lea tus cursos, por lo que no puede mostrarlos. Puedes cerrar esta ventana e iniciar sesión de nuevo cuando quieras.',
      AdminConsentRequired:
        'Solo un administrador de tu organización puede permitir que Coursemate lea los cursos. Pídeselo. Puedes cerrar esta ventana.',
      NotAssigned:
        'Tu cuenta todavía no tiene acceso a Coursemate. Pídeselo a un administrador de tu organización. Puedes cerrar esta ventana.',
      BlockedByPolicy:
        'Una directiva de tu organización no permite iniciar sesión desde este dispositivo o lugar. Puedes cerrar esta ventana.',
      ProviderUnavailable:
        'El servicio de inicio de sesión no responde en este momento. Puedes cerrar esta ventana. Inténtalo de nuevo en un minuto.',
      StateMismatch: `Este inicio de sesión no empezó en esta ventana, por lo que se detuvo. ${tryAgain}`,
      StorageBlocked:
        'Tu explorador no permite que esta página recuerde el inicio de sesión. Permite los datos de sitios en esta página e inténtalo de nuevo. Puedes cerrar esta ventana.',
      SignInFailed: `No se pudo iniciar sesión. ${tryAgain}`,
    },
  },
  course: {
    title: 'Un curso de Viva Learning',
    sentence:
      'Alguien ha compartido un curso contigo. Pega su vínculo en un chat de Teams para ver cómo vas.',
    openCourse: 'Abrir el curso',
    openVivaLearning: 'Abrir Viva Learning',
  },
};

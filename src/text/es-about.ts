import type { Texts } from './texts';

export const about: Texts['about'] = {
  home: {
    link: 'Acerca de',
    sentence:
      'Viva Learning en la conversación de Teams: pregunta qué vence, encuentra un curso y compártelo.',
    sections: [
      {
        heading: 'Cómo usarlo',
        paragraphs: [
          'Agrega Coursemate en Teams, abre su chat y pregunta en inglés con tus propias palabras, por ejemplo “what is overdue?”. Escribe “help” para ver qué más puedes preguntar.',
        ],
      },
      {
        heading: 'Cuando algo no funciona',
        paragraphs: [
          'Cada mensaje de error termina con un identificador de referencia de ocho letras y cifras. Dáselo a quien gestiona Coursemate en tu organización: con él se encuentra en el registro lo que pasó.',
        ],
      },
    ],
  },
  privacy: {
    link: 'Privacidad',
    sentence: 'Qué lee Coursemate, quién lo ve, qué se guarda y durante cuánto tiempo.',
    sections: [
      {
        heading: 'Quién es responsable',
        paragraphs: [
          'Tu organización gestiona esta instalación de Coursemate y decide sobre ella. Lo que se lee va de Microsoft 365 a esta instalación y a Teams, y a ningún otro lugar.',
        ],
      },
      {
        heading: 'Qué se lee',
        paragraphs: [
          'Cuando preguntas, Coursemate lee de Microsoft Graph en tu nombre: tus cursos con su estado, progreso, fechas y notas, los títulos y detalles de esos cursos y el nombre de quien los asignó.',
          'Cuando un responsable pregunta por su equipo, Coursemate lee quién está a su cargo y los cursos de esas personas. Solo el responsable directo de una persona recibe una respuesta sobre ella.',
          'Coursemate no cambia nada en Viva Learning.',
        ],
      },
      {
        heading: 'Quién lo ve',
        paragraphs: [
          'Tu estado, tus fechas y tu progreso solo se te muestran a ti, o a tu responsable cuando pregunta; las notas sobre tus cursos, solo a ti. Lo que se comparte en un chat o canal es el curso; cada persona ve en él su propio estado.',
        ],
      },
      {
        heading: 'Qué se guarda',
        paragraphs: [
          'Solo en memoria, y se borra cuando Coursemate se reinicia: tu lista de cursos, o las de las personas a tu cargo, y lo último que escribiste en una búsqueda, durante un minuto; quién está a tu cargo, durante cinco minutos; en cuántas listas aparece un curso, sin nombres, durante un día; los títulos y detalles de los cursos, hasta cuatro horas, o más si pertenecen al catálogo que todos en tu organización pueden ver; los tokens de tu inicio de sesión, hasta que caducan o escribes “sign out”.',
          'En un registro de auditoría: que un responsable ha visto los cursos de una persona, con quién, de quién, cuándo, qué y el resultado. Se guarda un año, salvo que tu organización haya fijado otro plazo. Pregunta “who looked at my courses?” para ver las entradas sobre ti.',
          'En el registro técnico: identificadores de referencia, tipos de errores y duraciones; ni nombres, ni títulos de cursos, ni mensajes, ni tokens.',
          'Tus mensajes y las tarjetas permanecen en Teams, según las reglas de tu organización.',
        ],
      },
      {
        heading: 'Tu decisión',
        paragraphs: [
          'Escribe “sign out” para cerrar la sesión, o quita la aplicación en Teams. Para preguntas sobre tus datos, o para corregirlos, dirígete a tu organización.',
        ],
      },
    ],
  },
  terms: {
    link: 'Términos de uso',
    sentence: 'Qué puedes esperar de Coursemate y qué no.',
    sections: [
      {
        heading: 'Uso',
        paragraphs: [
          'Tu organización gestiona Coursemate para su propia gente, según las reglas que tiene para Teams y Viva Learning.',
          'Lo que muestra viene de Viva Learning y de los proveedores que hay detrás. Los proveedores comunican el progreso con retraso: si hay diferencias, cuenta lo que consta en Viva Learning.',
          'Los responsables solo pueden usar lo que ven de las personas a su cargo para los fines que su organización permite. Cada consulta queda registrada.',
        ],
      },
      {
        heading: 'Licencia y garantía',
        paragraphs: [
          'Coursemate es software de código abierto con licencia MIT: se ofrece tal cual, sin garantía de ningún tipo.',
          'Microsoft, Teams y Viva son marcas de Microsoft, que no participa en Coursemate.',
          'Esta página existe en varios idiomas. Si difieren, cuenta la versión en inglés.',
        ],
      },
    ],
  },
};

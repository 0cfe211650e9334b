import { createSpans } from './spans';
import type { Texts } from './texts';

const spans = createSpans('de');

export const faults: Texts['faults'] = {
  graphProviderNotEnabled:
    'Dieser Lernanbieter ist für Ihre Organisation nicht aktiviert. Ihr Administrator für Viva Learning kann ihn aktivieren.',
  graphBadRequest:
    'Viva Learning hat die Anfrage nicht angenommen. Versuchen Sie es noch einmal. Wenn es dabei bleibt, geben Sie Ihrem Administrator die Referenz unten.',
  graphUnauthorized:
    'Viva Learning akzeptiert Ihre Anmeldung nicht mehr. Fragen Sie noch einmal, dann melde ich Sie neu an.',
  graphForbidden:
    'Coursemate darf Ihre Lerndaten nicht lesen. Ihr Administrator kann den nötigen Zugriff erteilen.',
  graphUnlicensed:
    'Ihr Konto hat keine Lizenz für Viva Learning, deshalb kann ich nichts lesen. Ihr Administrator kann eine zuweisen.',
  graphNotFound:
    'Dieser Kurs steht nicht mehr auf Ihrer Liste. Fragen Sie nach Ihren Kursen, um die aktuellen zu sehen.',
  graphListNotFound:
    'Ich konnte Ihr Konto in Viva Learning oder im Verzeichnis Ihrer Organisation nicht finden. Wenn das so bleibt, geben Sie Ihrem Administrator die Referenz unten.',
  graphMethodNotAllowed:
    'Viva Learning bietet das hier nicht an. Geben Sie Ihrem Administrator die Referenz unten, damit es geprüft werden kann.',
  graphThrottled: (minutes) =>
    `Viva Learning ist stark ausgelastet. Versuchen Sie es ${spans.inMinutes(minutes)} noch einmal.`,
  graphServerError:
    'Viva Learning hatte ein Problem beim Antworten. Versuchen Sie es in ein paar Minuten noch einmal.',
  graphUnavailable:
    'Viva Learning ist gerade nicht verfügbar. Versuchen Sie es in ein paar Minuten noch einmal.',
  graphNetwork: 'Ich konnte Viva Learning nicht erreichen. Versuchen Sie es gleich noch einmal.',
  graphTimeout: 'Viva Learning hat zu lange für die Antwort gebraucht. Versuchen Sie es gleich noch einmal.',
  graphContract:
    'Viva Learning hat eine Antwort gegeben, die ich nicht lesen konnte. Versuchen Sie es später noch einmal. Wenn es dabei bleibt, geben Sie Ihrem Administrator die Referenz unten.',
  signInMisconfigured:
    'Die Anmeldung ist für Coursemate nicht richtig eingerichtet. Geben Sie Ihrem Administrator die Referenz unten, damit es behoben werden kann.',
  signInUnavailable: 'Der Anmeldedienst antwortet gerade nicht. Versuchen Sie es gleich noch einmal.',
  signInPolicy:
    'Die Regeln Ihrer Organisation lassen diese Anmeldung nicht zu, zum Beispiel von diesem Gerät oder Ort aus. Versuchen Sie es mit einem anderen Gerät oder fragen Sie Ihren Administrator.',
  signInSecondFactor:
    'Ihre Organisation verlangt für die Anmeldung einen weiteren Schritt, der nicht abgeschlossen wurde. Richten Sie ihn ein oder bestätigen Sie ihn und fragen Sie dann noch einmal.',
  signInWrongAccount:
    'Das Konto, mit dem Sie sich angemeldet haben, gehört nicht zu dieser Organisation oder kann hier nicht verwendet werden. Fragen Sie noch einmal und melden Sie sich mit Ihrem Geschäftskonto an.',
  signInFailed:
    'Die Anmeldung hat nicht funktioniert, und die Anmeldeseite hilft nicht weiter. Melden Sie sich bei Teams ab und wieder an und fragen Sie dann noch einmal. Wenn es dabei bleibt, geben Sie Ihrem Administrator die Referenz unten.',
  auditLog:
    'Jeder Blick auf die Kurse anderer wird festgehalten. Das gelingt mir gerade nicht, deshalb zeige ich nichts. Versuchen Sie es später noch einmal. Wenn es dabei bleibt, geben Sie Ihrem Administrator die Referenz unten.',
  fileUpload:
    'Die Datei konnte nicht auf Ihrem OneDrive gespeichert werden. Fragen Sie gleich noch einmal danach.',
  cardTemplate:
    'Ich habe Ihre Antwort, konnte aber die Karte dafür nicht darstellen. Geben Sie Ihrem Administrator die Referenz unten.',
  messageRefused:
    'Ich habe Ihre Antwort, aber Teams hat sie nicht angenommen. Wenn es dabei bleibt, geben Sie Ihrem Administrator die Referenz unten.',
  unexpected:
    'Bei mir ist etwas schiefgegangen. Versuchen Sie es noch einmal. Wenn es wieder passiert, geben Sie Ihrem Administrator die Referenz unten.',
};

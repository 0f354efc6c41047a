/** Sign-up and confirmation in German. */
import type {SignUpWords} from './words.ts'

export const de: SignUpWords = {
  title: 'Für unsere E-Mails anmelden',
  address: 'E-Mail-Adresse',
  optional: 'freiwillig',
  topics: 'Worüber dürfen wir Ihnen schreiben?',
  agreeTo: 'Worin Sie einwilligen',
  agree: 'Ja, ich willige ein.',
  button: 'Anmelden',
  noteDouble: 'Wir senden Ihnen eine E-Mail mit einem Link. Die Anmeldung gilt erst, wenn Sie sie dort bestätigen.',
  noteSingle: 'Abmelden können Sie sich jederzeit über einen Link in jeder E-Mail.',
  trap: 'Dieses Feld bitte leer lassen',
  lookAgain: 'Bitte sehen Sie sich die markierten Felder noch einmal an. Ihre Eingaben sind noch da.',
  stale:
    'Diese Seite war länger geöffnet. Bitte klicken Sie noch einmal auf die Schaltfläche: Ihre Eingaben sind noch da.',
  formBusy:
    'Ihre Anmeldung konnte gerade nicht gespeichert werden. Bitte klicken Sie in einer Minute noch einmal: Ihre Eingaben sind noch da.',
  addressMissing: 'Bitte geben Sie Ihre E-Mail-Adresse ein.',
  addressBad: 'Das ist keine vollständige E-Mail-Adresse. Sie sieht aus wie name@example.com.',
  agreeMissing: 'Ohne Ihre Einwilligung dürfen wir Ihnen nicht schreiben.',
  topicsMissing: 'Bitte wählen Sie mindestens eines aus.',
  missing: 'Bitte füllen Sie dieses Feld aus.',
  tooLong: 'Bitte höchstens 200 Zeichen.',
  sentTitle: 'Noch ein Schritt',
  sent: 'Wir senden eine E-Mail an {address}. Bitte öffnen Sie sie und bestätigen Sie Ihre Anmeldung über den Link darin.',
  sentMore: 'Nach einigen Minuten noch keine E-Mail? Sehen Sie im Spam-Ordner nach oder prüfen Sie die Adresse.',
  another: 'Andere Adresse verwenden',
  takenTitle: 'Vielen Dank',
  taken:
    'Ihre Anmeldung ist angekommen. Falls sie bestätigt werden muss, geht eine E-Mail mit einem Link an {address}.',
  closedTitle: 'Hier gibt es kein Formular',
  closed: 'Das Formular ist geschlossen, oder die Adresse dieser Seite ist unvollständig.',
  confirmTitle: 'Anmeldung bestätigen',
  confirm: 'Dürfen wir E-Mails an {address} senden?',
  confirmUnnamed: 'Dürfen wir Ihnen E-Mails senden?',
  about: 'Themen: {topics}',
  confirmButton: 'Ja, bestätigen',
  confirmNote:
    'Das Öffnen dieser Seite hat nichts geändert. Wenn Sie sich nicht angemeldet haben, schließen Sie sie: Dann erhalten Sie keine E-Mails.',
  confirmedTitle: 'Sie sind angemeldet',
  confirmed: '{address} erhält ab jetzt unsere E-Mails.',
  leave: 'In jeder E-Mail steht ein Link, über den Sie sich jederzeit abmelden können.',
  overtakenTitle: 'Sie haben sich inzwischen abgemeldet',
  overtaken:
    'Nachdem dieser Link verschickt wurde, haben Sie sich abgemeldet. Das gilt. Wenn Sie wieder E-Mails möchten, melden Sie sich bitte neu an.',
  expiredTitle: 'Dieser Link ist abgelaufen',
  expired:
    'Wenn Sie rechtzeitig bestätigt haben, ist alles in Ordnung. Wenn nicht, melden Sie sich bitte noch einmal an.',
  again: 'Noch einmal anmelden',
  mailSubject: 'Bitte bestätigen Sie Ihre Anmeldung bei {sender}',
  mailAsked: 'Am {day} wurde diese Adresse eingetragen, um E-Mails von {sender} zu erhalten.',
  mailConfirm: 'Wenn Sie das waren, bestätigen Sie es bitte hier:',
  mailButton: 'Anmeldung bestätigen',
  mailUntil: 'Der Link gilt bis zum {day}.',
  mailIgnore:
    'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Sie stehen auf keiner Liste, und wir löschen die Adresse, sobald der Link abgelaufen ist.',
}

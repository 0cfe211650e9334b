/** What the store listing leads to: about, privacy and terms of use. */
export const about = {
  home: {
    link: 'About',
    sentence: 'Viva Learning in the Teams conversation: ask what is due, find a course, share it.',
    sections: [
      {
        heading: 'Using it',
        paragraphs: [
          'Add Coursemate in Teams, open its chat and ask in your own words, for example “what is overdue?”. Type “help” to see what else you can ask.',
        ],
      },
      {
        heading: 'When something does not work',
        paragraphs: [
          'Every message about a failure ends with a reference id of eight letters and digits. Give it to whoever runs Coursemate in your organisation: it finds what happened in the log.',
        ],
      },
    ],
  },
  privacy: {
    link: 'Privacy',
    sentence: 'What Coursemate reads, who sees it, what is kept and for how long.',
    sections: [
      {
        heading: 'Who is responsible',
        paragraphs: [
          'Your organisation runs this installation of Coursemate and decides about it. What is read goes from Microsoft 365 to this installation and to Teams, and nowhere else.',
        ],
      },
      {
        heading: 'What is read',
        paragraphs: [
          'When you ask, Coursemate reads from Microsoft Graph, signed in as you: your courses with status, progress, dates and notes, the titles and details of those courses, and the name of who assigned them.',
          'When a manager asks about their team, Coursemate reads who reports to them and those people’s courses. Nobody but a person’s direct manager gets an answer about that person.',
          'Coursemate changes nothing in Viva Learning.',
        ],
      },
      {
        heading: 'Who sees it',
        paragraphs: [
          'Your status, dates and progress are shown to you alone, or to your manager when they ask; notes about your courses to you alone. What is shared in a chat or channel is the course; everybody sees their own status in it.',
        ],
      },
      {
        heading: 'What is kept',
        paragraphs: [
          'Only in memory, and gone when Coursemate restarts: your list of courses, or the lists of those who report to you, and what you last typed into a search, for one minute; who reports to you for five minutes; on how many lists a course stands, without names, for a day; titles and details of courses for up to four hours, or longer where they belong to the catalog that everybody in your organisation may see; the tokens of your sign-in until they expire or you type “sign out”.',
          'In an audit log: that a manager looked at a person’s courses, with who, whom, when, what and the outcome. It is kept for a year, unless your organisation has set another time. Ask “who looked at my courses?” to see the entries about you.',
          'In the technical log: reference ids, kinds of failures and durations; no names, course titles, messages or tokens.',
          'Your messages and the cards stay in Teams, under the rules of your organisation.',
        ],
      },
      {
        heading: 'Your choice',
        paragraphs: [
          'Type “sign out” to end your sign-in, or remove the app in Teams. For questions about your data, and to have it corrected, turn to your organisation.',
        ],
      },
    ],
  },
  terms: {
    link: 'Terms of use',
    sentence: 'What you may expect of Coursemate, and what not.',
    sections: [
      {
        heading: 'Use',
        paragraphs: [
          'Coursemate is run by your organisation for its own people, under the rules that it has for Teams and Viva Learning.',
          'What it shows comes from Viva Learning and the providers behind it. Providers report progress with a delay: where the two differ, the record in Viva Learning counts.',
          'Managers may use what they see about their direct reports only for the purposes that their organisation allows. Each look is recorded.',
        ],
      },
      {
        heading: 'Licence and warranty',
        paragraphs: [
          'Coursemate is open source under the MIT licence: it is provided as it is, without warranty of any kind.',
          'Microsoft, Teams and Viva are trademarks of Microsoft, which has no part in Coursemate.',
          'This page exists in several languages. Where they differ, the English one counts.',
        ],
      },
    ],
  },
} as const;

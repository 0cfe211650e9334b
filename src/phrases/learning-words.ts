/** Courses, their status and kind: concept → forms separated by commas. */
export const learningWords = {
  all: `
    all, all of, every, everything, entire, whole, full, full list, complete (list|overview|set), total, each, in total,
    (both|) open and completed, open or completed, (completed|finished|done|complete) or not, all together, altogether,
    regardless of status, whatever the status, (of|) any status, including (the|) (completed|finished|done) (ones|),
    every single`,
  history: 'history, transcript, (learning|training|track) record, achievements, accomplishments',
  inProgress: `
    in progress, on going, under way, half way, halfdone, (halfway|half way|midway|part way|partway) through, midway,
    partway, (work|working) on, working through, half (done|finished|completed|complete),
    (partially|partly) (complete|completed|done|finished), (almost|nearly) (done|finished), active, (in the|) middle of,
    taking, busy (with|on), doing (right now|at the moment), currently, currently (doing|in|taking|learning),
    learning right now, studying, continuing, continue, resume, going through, in the works, on the go,
    in the process of, in process, started but (not|not yet|have not|has not) (finished|completed|done),
    started but never finished, started but did not finish, begun but not (finished|completed),
    started and not finished, open and started`,
  notStarted: `
    not (started|begun|opened|touched|attempted), unstarted, un started, untouched, yet to (start|begin|be started),
    still to start, never (touched|opened|started|began|begun), not (even|yet) (started|begun|opened),
    not been (started|opened|touched), not started yet, unopened, nothing done, no progress, zero progress,
    zero percent, not looked at yet, (waiting|) to be started, (need|needs|have|has) to (start|begin),
    (should|must|ready to|ought to) start, not (gotten|got|get) started, not made a start, not (got|gotten) around to,
    unattempted, still (has|have) to start`,
  incomplete: `
    unfinished, incomplete, uncompleted, not (complete|completed|done|finished|passed|closed), outstanding, pending,
    remaining, remain, remains, left, left over, to do, todo, todos, to do list, (still|) open,
    yet to (finish|complete|do|take|pass), yet to be (done|finished|completed), undone, missing, lacking, without, lack,
    lacks, awaiting, waiting, unresolved, not (through|done|finished) with,
    not yet (done|finished|completed|complete|passed), still due, on (my|his|her|their) plate,
    on my (list|todo list|to do list), on the list, in my (queue|backlog), backlog, unsolved`,
  finished: `
    finished, completed, done, passed, closed, accomplished, concluded, taken, took, attended, wrapped up,
    (got|gotten|gone|went) through, (through|done|finished) with, absolved, submitted, (ticked|checked) off, finalised,
    finalized, behind me, under my belt, certified, (got|gotten|all) done, completes, finishes, mastered`,
  complete: 'complete',
  finish: `
    finish, take, pass, learn, attend, submit, close, finalize, finalise, wrap up,
    get (done|through|finished|completed), go through, finishing, completing, passing, do for, clear, tackle,
    accomplish, deal with, take care of, catch up on, work through, get to do, finish up, follow up on`,
  started: `
    started, began, begun, starts, starting, beginning, begins, kicked off, touched, opened, launched,
    (got|gotten) started with, made a start (on|with), picked up`,
  start: 'start, begin, kick off, get going (with|), get started (with|on)',
  required: `
    required, mandatory, compulsory, obligatory, must (do|dos|have|haves|take|complete|finish courses),
    have to do courses, a must, musts, obliged, mandated, prescribed, imposed, statutory, forced,
    (non|not) (optional|negotiable), not voluntary, obligation, obligations, requirement, requirements, mandatories,
    essential ones, necessary, unavoidable`,
  recommended: `
    recommended, suggested, recommendation, recommendations, recommend, recommends, suggest, suggests, suggestion,
    suggestions, proposed, proposals, proposal, optional, nice to have, advised, advise,
    (not|non) (mandatory|required|compulsory), not obligatory, (picked|chosen) for me, endorsed, worth taking`,
  self: `
    did i (enroll|enrol) (in|), did i (sign up|register) for, did i (pick|choose|select),
    self (started|initiated|enrolled|assigned|chosen|selected|picked|registered|directed|imposed|enroled|driven|study|service),
    on (my|his|her|their) own (initiative|will|), on own initiative, on my initiative, on my own account, voluntary,
    voluntarily, elective, electives, by (myself|himself|herself|themselves), for myself, of my own (accord|),
    (my|) own (initiative|choice), own (accord|choosing|motivation|courses|trainings), (own|) free will, myself,
    himself, herself, themselves, themself, i (picked|chose|choose|selected|enroled|added),
    i (signed up|registered) (for|), i enrolled (in|for|), i signed myself up for, i have (picked|chosen|selected),
    picked, chose, chosen, enrolled myself, signed up myself, not assigned, (nobody|no one) assigned,
    without assignment, unassigned, signed up for, selected, out of (my own|) interest, personal interest,
    of own choice, (i|) opted for, opted, i decided to take`,
  course: `
    course, module, class, lesson, certification, certificate, assignment, task, workshop, curriculum, webinar, seminar,
    programme, program, topic, subject, (elearning|e learning|learning|training|online) course,
    (learning|training) module, learning path, course card, mooc`,
  courses: `
    courses, trainings, modules, classes, lessons, learnings, certifications, certificates, assignments, tasks,
    workshops, curricula, webinars, seminars, e learnings, programmes, programs, certs, topics, subjects,
    (elearning|e learning|learning|training|online) courses, (learning|training) modules, online trainings, homework,
    course list, courses list, list of courses, learning (paths|items|activities|assignments|tasks|plan),
    training (assignments|sessions|plan), activities, course work, course catalog, moocs, assigned courses, enrollments,
    enrolments, items`,
  learning: 'learning, training, e learning, education, studies, upskilling, learning stuff',
  thing: `
    anything, something, nothing, stuff, things, thing, one, ones, any, some, what else, any of (them|these|those),
    others, many, much, none, several, lot, lots, which ones, a lot`,
  status: `
    status, statuses, progress, progression, standing, state, situation, overview, summary, dashboard, (status|) update,
    (status|progress) report, (completion|compliance|course) status, completion, completion rate, score, results,
    result, percentage, percent, stats, statistics, record, records, profile, rundown, run down, breakdown, numbers,
    figures, (learning|training) (status|progress|data|records), learning profile, state of play, workload`,
  doing: `
    doing, getting (on|along), coming (along|on), performing, going, progressing, (keeping|holding|keep) up, faring,
    stand, stands, standing now, do so far, get (on|along|ahead), on (track|schedule|time), up to date, ahead,
    (all|) set, in (good|) shape, good to go, along, okay with, (all|) caught up, current with, up to speed, far`,
  assigned: `
    am i enrolled, (am i|i am) (enrolled in|registered for|signed up for), assigned, assigned to, enrolled, enroled,
    enrolled (in|on|for), enroled in, registered, registered for, subscribed to, signed up, given to, got assigned,
    been given, allocated, allotted, booked, booked (on|for), scheduled, scheduled for, on the agenda, planned,
    planned for, lined up, in store, given, waiting for`,
  need: `
    need, (need|needs|has|have|ought|got|supposed|expected|required|obliged|left|yet) to, must, should,
    still (need|needs|have|has), needs,
    to (complete|finish|take|pass|get done|attend|work on|tackle|wrap up|close|submit|catch up on|catch up|go|go through),
    to be (completed|finished|done|taken|passed), (need|needs) doing, needed, still (has|have) to, hafta, shall i,
    shall we, want me to, am i to, owe, owes, can i (finish|complete), do first,
    (fail|failed|fails|forgot|forget|refused) to, yet have to, not (managed|bothered) to`,
} as const satisfies Readonly<Record<string, string>>;

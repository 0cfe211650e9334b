/** Due dates: concept → forms separated by commas. */
export const timeWords = {
  overdue: `
    not (finish|finished|complete|completed|done|do) on time, overdue, over due, late, past due,
    past (the|their|his|her|its|my|) (due date|deadline), behind, behind schedule, (falling|fallen|fell) behind,
    lagging, lagging behind, running (late|behind), miss, missed,
    (miss|missed) (the|a|any|their|my|his|her|) (deadline|deadlines), missing (the|a|their) deadline, missing deadlines,
    expired, delayed, lapsed, belated, tardy, slipped, too late, not on time, not in time,
    (deadline|due date) (has|) passed, (deadlines|due dates) (have|) passed, deadline is over, exceeded,
    (passed|after|exceeded|beyond) (the|their|its|) (deadline|due date), not (met|meet|made|make) (the|their) deadline,
    not met the due date, should have (been|) (finished|completed|done),
    should already (have|be) (finished|completed|done), (were|was|already) due, out of date, in arrears, in default,
    delinquent, not up to date, overrun, over the deadline, let slip, (ran|run|has run|have run) out,
    late (with|on|for), behind (with|on|in), overdue (on|with|for|in), no longer on time, arrears`,
  dueDate: `
    deadline, dead line, (due|expiry|end|expiration|target|completion) date, due day, due time, cutoff, time limit`,
  due: `
    due, end, ends, ending, closes, finishes on, deadlines, due dates, expire, expires, expiring, expiration, runs out,
    running out, (falls|fall|falling|come|comes|coming) due`,
  today: `
    (by|due|for|) today, tonight, (by|) eod, (by the|by|) end of (day|the day|today), cob, (end|close) of business,
    this (morning|afternoon|evening), before midnight, todays, later today, same day, 2day, before the day is over,
    (the|) rest of the day, rest of today`,
  tomorrow: `
    (by|for|) tomorrow, tmrw, tmr, tmrow, tmw, tomoz, 2morrow, to morrow, tomorrows, (by the|) end of tomorrow,
    (within|in) (24 hours|a day|one day), (the|) next day, tomorrow (morning|evening|afternoon|night)`,
  thisWeek: `
    (this|current) week, this wk, (by|) end of week, end of (the|this) week, week end, (the|this|) weekend, (by|) eow,
    eo week, this weeks, (the|) rest of the week, rest of this week, later this week,
    (for|during|within) (the|this) week, before the week (is over|ends), (before|over) the weekend, week is over`,
  soon: `
    soon, upcoming, coming up, up next, shortly, (next|coming|following|) (7|seven) days, (next|coming) few days,
    next couple (of|) days, (next|coming|following) days, (coming|upcoming) week, (within|in) (a|one|1) week,
    (in|within|over) the next week, over the coming week, during the next 7 days, (1|one) week, (in the|) near future,
    before long, urgent, urgently, most urgent, pressing, approaching, nearing, looming, imminent, around the corner,
    (a|one|) week from now, week from today, (in|) less than a week, imminently, nearest, days ahead, (the|) week ahead,
    not far away, any day now, (closing|ending|expiring) soon, soonest, next, closest, coming, at hand, short notice`,
  nextWeek: `
    (next|nxt) week, next wk, (the|) following week, the week after, (beginning|start|end) of next week,
    by the end of next week, next weeks, week after this, (early|during|later) next week, next (working|calendar) week,
    next weekend`,
  thisMonth: `
    (this|current) month, (by|) end of month, end of (the|this) month, (by|) eom, rest of (the|this) month,
    later this month, this months, (for|during|within) (the|this) month, before the month (is over|ends), month end,
    months end`,
  nextMonth: `
    (next|nxt) month, (the|) following month, (beginning|start|end) of next month, by the end of next month,
    next months, (coming|upcoming) month, (early|during|later) next month, the month after`,
  someday: `
    (this|next|current) (quarter|year), end of (the|this|) (year|quarter), eoy, eoq, (by|) year end, this half year,
    coming year, at some point, ever, any time, sometime, sooner or later, coming weeks, coming months,
    next weeks and months, next (few|couple of) (weeks|months), (before|) christmas, this semester, later,
    (in the|in|) future`,
  past: `
    last (week|month|year|quarter), yesterday, recently, lately, already, ago, previous (week|month),
    past (week|month|year|weeks|months|days), so far, (until|up to|till|by) now, to date, last (days|weeks|months),
    last few (days|weeks), last couple of weeks, before today, earlier, previously, in the past, since last week,
    earlier this (week|month), (this|thus) far, last time, past few weeks, last (7|seven|30) days, past 30 days`,
} as const satisfies Readonly<Record<string, string>>;

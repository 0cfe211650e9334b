const list = `
accessibility account accounting act acumen administration admin adobe advanced agile ai aid analysis analyst analysts
analytics angular anti api app architecture asset assertiveness audit auditing automation awareness aws azure backup
banking basic basics bi bias big biology blockchain boot brand branding bribery briefing budgeting building business c
camp care career cash change chemistry chemical classroom clean cloud coaching code coding collaboration comms commerce
communication communications community competition compliance computing conduct conflict consent containers content
contract controlling copilot corporate corruption cost covid creative creativity credit crisis critical crm css culture
customer cyber cybersecurity dashboards data database databases dax decision deep defensive design desktop developer
developers development devops digital disability discrimination display distributed diversity docker documentation
driver driving dynamics economics editing effective efficiency electrical emergency emotional empathy employment energy
engineering english environment environmental equality equipment ergonomic ergonomics esg essentials ethics ethical
evacuation evaluation excel excellence executive export facilitation feedback figma finance financial fire first
flutter food forklift forms foundation foundations framework fraud french frontend fundamentals gdpr german git github
giving go governance graph green guide guidelines handling harassment hazard hazardous health hiring hipaa hr html
hygiene identity improvement incident inclusion induction industrial influence information infosec innovation insider
insights instructor integration intelligence intermediate international interviewing intro introduction inventory
investment iso it itil java javascript kanban kotlin kubernetes laboratory labour language languages laundering law
laws leader leaders leadership lean learn legal lifting linux literacy logistics machine maintenance management manager
managers managing manual marketing mastering mastery maths mechanical media mediation medical mental mentoring
microsoft mindfulness mindset mobile modelling motivation negotiating negotiation negotiations network networking
neural node nutrition offline onboarding onenote operations optimization oracle orientation osha outlook owasp patient
payments payment pci people performance personal phishing php physical pivot planner planning policies policy portfolio
powerpoint powershell ppe practice practices presentation presentations presenting prevention pricing principles
privacy problem process processes procurement product productivity professional programming project projects protection
psychology public purchasing python qa quality quantum query r react recruiting recruitment refresher regulation
regulations regulatory reporting resilience responsible retail revit rights risk risks role ruby rules rust safe
safeguarding safety sales salesforce sanctions sap scheduling science scrum secure security selling sensitivity server
service services sexual sharepoint sigma six skills slack smart social software solving spanish speaking speech
spreadsheet spreadsheets sql stakeholder stakeholders standards statistics stem storage storytelling strategic strategy
stress supervisor supervisors supply weather support sustainability swift swot tableau tax teamwork technical
technology terraform test testing theory thinking time trade transformation travel troubleshooting typescript
unconscious unity user ux vehicle virtual vision visualization wellbeing wellness whistleblowing windows word workplace
workshop writing yoga zoom deescalation inclusive hazards chain agent prompt prompting llm gpt copilots warehouse
ladder ladders crane hot works asbestos anti-bribery anti-corruption anti-money money radiation noise working heights
confined spaces leading reading cleaning source sources glass earning your spill response waste recycling carbon
climate human trafficking modern slavery export-control control controls trading conflicts interest gifts hospitality
records retention teaming hybrid remote cpr`;

/** Words of course titles that are never people's names. */
export const topicWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/));

/** Titles whose words would otherwise be read as other concepts. */
export const topicPhrases: readonly string[] =
  `machine learning, due diligence, deep learning, team building, team leadership, people management,
  train the trainer, report writing, task management, open source, lessons learned`.split(/,\s+/);

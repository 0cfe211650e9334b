const list = `
aaron abby abdul abigail adam adele adrian adriana agnes ahmed aisha akira alan albert alejandro alessandro alex
alexa alexander alexandra alexis alfred ali alice alicia alina alison allan amanda amber amelia amir amy an ana
anastasia andre andrea andreas andrew andy angela angelika angelo anika anita anja anjali ann anna anne annie ansgar
anthony antoine anton antonio anya april arjun armin arne arthur arun asha ashley astrid axel ayesha barbara bart
beate beatrice ben benedict benjamin bernard bernd bert beth betty bianca bill billy birgit bjorn bjørn bob boris brad
brandon brenda brian bridget bruce bruno bryan caitlin camila camille carl carla carlos carmen carol carolina caroline
catherine cathy cecilia chandra charles charlie charlotte chen chiara chloe chloé chris christian christina christine
christoph christopher cindy claire clara claudia claus colin connor craig cristina cynthia daisuke dan dana daniel
daniela danny dario dave david deborah debra deepak denis dennis derek devi diana diane diego dieter dimitri dirk dmitri
dmitry dominic dominik don donald donna dora doris dorothy doug douglas duc dylan ed eddie edgar edith eduardo edward
elena eleni eli elias elif elisa elisabeth elizabeth ella ellen emil emilia emily emma emmanuel enrique enzo eric erica
erik erika erin ernst esra esther ethan eugene eva evan eve evelyn fabian fatima fatma felipe felix fernanda fernando
fiona florian frances francesca francesco francis francisco frank franz fred frederik freya frieda fritz gabriel
gabriela gareth gary gavin george georg gerald gerard gerd gerhard gianni gina giorgio giovanni giulia gloria gordon
grace grady graham greg gregor gregory greta guido guillaume gunther gustav hanna hannah hans harald harry hassan heather
hector heidi heike helen helena helga helmut hendrik henrietta henrik henry herbert hiro hiroshi holger holly hugo hui
hussein ian ibrahim ida igor imran ines inga ingrid irene irina iris isaac isabel isabella isaiah ivan ivana jack
jackie jacob jakob jake jakub james jamie jan jana jane janet janine jason javier jean jeff jeffrey jennifer jenny
jens jeremy jerry jesper jessica jesus jia jill jim jimmy jing joan joanna joao joão joe joel johan johanna johannes
john johnny jon jonas jonathan joni jordan jorge jörg jose josé josef joseph josh joshua joyce juan judith judy julia
julian juliana julie julien jun june jürgen jurgen justin jyoti kai karen karim karin karl karolina kate katharina
katherine kathrin kathy katie katja katrin kavita kay keiko keith kelly ken kenji kenneth kerstin kevin khalid kim kiran
klaus kofi krishna kristin kristina kurt kwame kyle lakshmi lara lars laura lauren laurent lea leah lee lei leila lena
leo leon leona leonard leonardo leonie leslie li lidia liam lillian lily lin linda ling lisa liu liz lola lorenzo lori
lotte louis louisa louise luca lucas lucia lucy luis luisa lukas luke luz lynn lynne magda magnus mahmoud maja malik
mandy manfred manuel marc marcel marco marcos marcus margaret margit maria marian marianne marie mario marion mark
markus marta martha martin martina marvin mary masha mateo mathias mats matt matteo matthew matthias maurice max
maximilian may maya megan mehmet mei melanie melissa mia michael michaela michel michelle miguel mika mike mila milan
mina ming miriam mohamed mohammad mohammed moira monica monika moritz muhammad murat mustafa nadia nadine nancy naomi
natalia natalie natasha nathan neha neil nestor nguyen nicholas nick nicola nicolas nicole niels nigel nikhil nikita
niklas nils nina noah noor nora norbert norma norman olaf ole oleg olga oliver olivia olivier omar oscar oskar otto
owen pablo pamela paola paolo pascal pat patricia patrick patti paul paula pauline paulo pavel pedro pete peter petra
phil philip philipp pia pierre piotr pooja pradeep priya rachel rafael rahul raj rajesh ralf ralph ramon rania raoul
ravi ray raymond rebecca regina reiner reinhard renate rene rené ricardo richard rick rita rob robert roberto robin
rodrigo roger roland rolf roman ron ronald rosa rosie roy ruben rudolf rui ruth ryan sabine sabrina said sally sam
samantha samir samira samuel sandra sandy sanjay sara sarah sascha satoshi scott sean sebastian selina sergei sergey
sergio shannon sharon sheila shirley silke silvia simon simone sina sofia sofie sonia sonja sophia sophie søren soren
stefan stefanie stella stephan stephanie stephen steve steven stuart sue sunil suresh susan susanne suzanne svetlana
sven sylvia sylvie tamara tanja tanya tara tariq tatiana ted teresa terry thea theo theresa thi thomas thorsten tim timo
tina tobias todd tom tomas tomasz tommy toni tony torsten tracy tran ulrich ulrike uma ursula ute uwe valentina valerie
vanessa vera verena veronica victor victoria vijay viktor vincent viola virginia vivian vladimir volker walter wanda
wei wendy werner wilhelm will william wolfgang xavier xiao yan yang yara yasmin yoko yolanda yuki yuri yusuf yves yvonne
zahra zara zeynep zhang zoe zoé zoë zoya jorg oluwaseun ngozi chidi amara aoife siobhan niamh sean seán ciara padraig
saoirse eoin mateusz agnieszka katarzyna malgorzata pawel paweł lukasz łukasz michał michal krzysztof`;

const ambiguous =
  'an april grace jack june mark may pat rob sue will hope faith joy rose art bill grant chase drew rich summer';

/** Common given names. They tell a person from a course where the grammar does not ("is ana overdue"). */
export const givenNames: ReadonlySet<string> = new Set(list.trim().split(/\s+/));

/** Names that are also ordinary words: names only where the grammar needs one. */
export const ambiguousNames: ReadonlySet<string> = new Set(ambiguous.split(' '));

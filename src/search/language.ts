/** The language that people ask in: tables to be extended, a line or a word at a time. */

/**
 * What people's words have in common: each line is one meaning and the ways to say it, separated by commas. Of several
 * ways the longest that fits is taken, so that "how long" is not "long". Add a way to its line, or a line.
 */
export const meanings = `
howmany: how many
start: start, begin, beginning, get started, getting started, get into, getting into, break into, breaking into, from scratch, from zero, first step, first steps, enter, entering, get in, dive into, kickstart, shuru, jump into, get going
become: become, becoming, turn into, work as, be a, be an, banna, ban
learn: learn, learning, study, studying, teach myself, self study, self learn, pick up, seekhna, seekhne, seekhu, sikhna, sikhne, sikhu, master, understand, grasp
path: roadmap, road map, path, pathway, learning path, study plan, curriculum, syllabus, plan, route, guide, track, order, sequence, rasta
duration: how long, how much time, how many months, how many years, how many weeks, how many hours, how many days, in days, days, learning time, time to learn, time needed, time required, time to complete, how many hrs, how many yrs, kitne ghante, kitne saal, mahine, mahina, lagte, lagta, kitna samay, hrs, yrs, mins, when will i be, by when, duration, timeline, kitna time, kitne din, kitne mahine, how quickly, how fast, time frame, timeframe, take long, long does it take, months, years, weeks, hours a week, hours per week, time does it take
salary: take home, take home pay, lpa, salary, salaries, pay, paid, pays, earn, earns, earning, earnings, compensation, package, wage, wages, income, money, make a year, tankhwah, paisa, kitna kamate, remuneration, makes how much, make how much
need: need, needs, needed, required, require, requires, requirement, requirements, necessary, must have, mandatory, essential, prerequisite, prerequisites, prereq, prereqs, a must, have to, must, chahiye, zaroori, zaruri, compulsory
worth: worth it, worth, worthwhile, valuable, useful, pay off, waste of time, waste of money, point of, any good, help me get, beneficial
difference: diff, difference, differences, differ, different, vs, versus, compare, compared, comparison, distinguish, distinction, line between, same as, same thing, overlap, blurred, farak, antar
job: job, jobs, position, positions, employment, vacancy, opening, openings, naukri
hire: hire, hires, hiring, hired, recruit, recruiting, recruiter, recruiters, employer, employers
company: company, companies, firm, firms, startup, startups, start up, corporation, faang, maang, employers, organisation
firstjob: first job, entry level, fresher, freshers, new grad, new grads, fresh graduate, no experience, without experience, zero experience, junior, land a job, get a job, getting a job, find a job, getting hired, get hired, break in, first role, starter job, pehli naukri, first ever job, first position, entry job
internship: internship, internships, intern, interns, interning, apprenticeship, traineeship
interview: interview, interviews, interviewing, interviewer, onsite, technical round, rounds, hiring process
leetcode: leetcode, leet code, coding test, coding round, coding challenge, dsa, data structures, algorithms, data structures and algorithms, hackerrank
degree: degree, degrees, bachelor, bachelors, btech, b tech, bsc, undergraduate, undergrad, college, university, diploma, graduation, major, cs degree, qualification, qualifications
masters: master's, masters, ms, msc, mtech, m tech, master degree, masters degree, graduate school, grad school, postgraduate, post graduate
phd: phd, ph d, doctorate, doctoral
certificate: certificate, certificates, certification, certifications, certified, cert, certs, credential, credentials, professional certificate
course: course, courses, class, classes, mooc, moocs, online course, tutorial, tutorials, lecture, lectures, training, specialization, specialisation, program, programme, programs, lessons, youtube, udemy, coursera, edx
bootcamp: bootcamp, bootcamps, boot camp, boot camps
book: book, books, textbook, textbooks, ebook, pdf, reading list, kitab
free: free, free of cost, cost anything, costs anything, cost something, paid or free, free or paid, without paying, no cost, for free, muft
platform: platform, platforms, website, websites, site, sites, resource, resources, material, materials
math: math, maths, mathematics, mathematical, calculus, linear algebra, algebra, ganit, quantitative
statistics: statistics, statistical, stats, stat, probability
code: code, coding, program computers, programming, software development
language: programming language, programming languages, language, languages
python: python, py
project: project, projects, project idea, project ideas, portfolio project, side project, side projects, capstone, build, building
dataset: dataset, datasets, data set, data sets
portfolio: portfolio, portfolios, github, git hub, github profile, showcase
linkedin: linkedin, linked in
resume: resume, resumes, résumé, cv, curriculum vitae, ats
level:intermediate: intermediate, medium level, mid level project
level:advanced: advanced, expert level, hard project
level:beginner: easy project, easy projects, beginner, beginners, newbie, noob, novice, absolute beginner, complete beginner, newcomer
kaggle: kaggle, competition, competitions, hackathon, hackathons
opensource: open source, opensource, contribute, contributing, contribution
old: old, age, aged, older, too old, too late, late, ancient, umar, years old, yrs old, y o, mid life, midlife
age:30: 30s, thirties, mid 30s, early 30s, late 30s
age:40: 40s, forties, mid 40s, early 40s, late 40s
age:50: 50s, fifties, mid 50s, early 50s, late 50s, 60s, sixties, retired at, retirement
role:software-engineer: dev, devs, developer, swe, sde, software developer, software developers, programmer, programmers, backend, back end, frontend, front end, fullstack, full stack, java developer, backend developer, backend dev, frontend dev, embedded, sysadmin, coder
trade:health: nurse, nurses, doctor, doctors, physician, dentist, pharmacist, physiotherapist, radiographer, paramedic, veterinarian, surgeon, therapist, midwife, lab technician, medical student
trade:letters: teacher, teachers, school teacher, tutor, writer, copywriter, journalist, translator, musician, artist, photographer, librarian, actor, editor, historian, social worker, lawyer, paralegal
trade:finance: accountant, accountants, bookkeeper, auditor, banker, bank clerk, bank teller, underwriter, cpa, chartered accountant, financial analyst, tax consultant, claims adjuster
trade:engineer: mechanical engineer, civil engineer, electrical engineer, chemical engineer, electronics engineer, aerospace engineer, petroleum engineer, industrial engineer, automotive engineer, materials engineer
trade:hands: chef, cook, waiter, waitress, driver, truck driver, taxi driver, bus driver, police officer, soldier, veteran, military, army, navy, firefighter, electrician, plumber, carpenter, mechanic, farmer, salesman, salesperson, sales rep, cashier, shop assistant, receptionist, secretary, hairdresser, barista, security guard, flight attendant, real estate agent, warehouse worker, factory worker, housewife, homemaker, baker, tailor
prepare: prepare, preparing, preparation, prep, revise, revising, brush up, get ready
scam: scam, scams, scammer, legit, legitimate, fake, trustworthy, genuine
balance: work life balance, wlb, work life, oncall, on call, overtime, stress, stressful, burnout, burn out
layoff: layoff, layoffs, laid off, let go, job cuts, downsizing
negotiate: negotiate, negotiating, negotiation, counter offer, ask for more
coverletter: cover letter, cover letters
usedfor: used for, use cases, use case, applications of, uses of, good for, real life, irl, real world use
community: community, communities, forum, forums, slack, discord server, subreddit, study group, people to learn with
gap: gap, career gap, career break, break in my career, maternity, stay at home, returning to work
school: school, high school, class 10, class 11, class 12, 10th, 11th, 12th, grade, teenager, teen, 10th grade, 11th grade, 12th grade, pcm
switch: switch, switching, transition, transitioning, transfer, transferring, move into, moving into, move from, moving from, change career, change careers, career change, changing careers, pivot, pivoting, come from, coming from, convert
background: background, non cs, non it, non programmer, non programmers, non technical, non tech, nontechnical, different field, another field, unrelated field, self taught, selftaught, self made, different background
skill: skill, skills, skillset, skill set, ability, abilities, competencies, know how
softskill: soft skill, soft skills, communication skills, people skills, communication
next: next, after that, afterwards, move on to, then what, what now, after finishing, after completing
before: before, prior to, ahead of, pehle, pahle
after: after, following, ke baad, baad
done: done with, finished with, done learning, able to, know when, when do i know
synonym: other names, other titles, other job titles, also called, another name, called in adverts, synonyms
optional: optional, may i skip, core or optional
without: without, no, non, dont have, do not have, don t have, have no, lacking, bina, sans
laterjob: second job, third job, 2nd job, 3rd job, 2nd, 3rd, next job, later jobs
skip: skip, skipping, leave out, ignore, avoid
future: future, outlook, prospects, prospect, scope, demand, in demand, job market, market, growth, growing, trend, bright, bhavishya, dying, dead
saturated: saturated, oversaturated, saturation, over saturated, crowded, overcrowded, too many people, competition for jobs
replace: replace, replaced, replacing, automate, automated, automation, take over, taking over, obsolete, take our jobs, taking over jobs
hard: hard, difficult, difficulty, tough, easy, easier, easiest, mushkil, hardest, challenging, struggle
day: day to day, daily, daily work, all day, day in the life, typical day, responsibilities, responsibility, duties, duty, tasks, kya karta, kya karte, actually do, actually doing
remote: remote, remotely, work from home, wfh, distributed team
freelance: freelance, freelancing, freelancer, freelancers, contract work, gig, gigs, contracting, contractor, contractors, side hustle, upwork, toptal, fiverr, turing
network: networking, network with people, referral, referrals, mentor, mentors, meetup, meetups, conference, conferences
findjob: job search, job hunt, job hunting, where to apply, find jobs, job boards, job board, apply, applying, job application, job applications, look for jobs, looking for jobs
paper: paper, papers, research paper, research papers, arxiv, paperswithcode, papers with code
current: keep up, keeping up, stay current, stay up to date, up to date, stay updated, latest, newsletter, newsletters, podcast, podcasts, blogs, stay relevant
laptop: laptop, laptops, computer, pc, hardware, macbook, mac, desktop, windows, ram, specs, machine for, chromebook
gpu: gpu, gpus, graphics card, cuda, nvidia card, colab, rtx, cloud gpu
tool: tool, tools, software, softwares, framework, frameworks, library, libraries, ide, vs code, jupyter, notebook, stack, tech stack
vision: computer vision, image recognition
improve: become a better, get better, getting better, improve, improving, level up, upskill
cloud: cloud, cloud computing, aws, azure, gcp, google cloud, amazon web services, cloud platform
mlops: mlops, ml ops, llmops
deploy: deploy, deploying, deployment, production, productionize, productionise, serve, serving
genai: generative ai, gen ai, genai, llm, llms, large language model, large language models, chatgpt, gpt, rag, prompt engineering
whatis: what does, what do you mean by, in simple words, simple words, simply explained, eli5, like i m five, like im five, like i m 5, like im 5, like i m five years old, in plain words, what is, what are, what s, whats, define, definition, meaning, meaning of, mean, means, explain, stand for, kya hai, kya hota hai, wtf is, wth is, heck is, hell is, is that a thing
lowmath: without math, without maths, weak math, bad at math, bad at maths, no math, hate math, hate maths, poor at maths, strong math background
promotion: promotion, promoted, seniority, senior, progression, career ladder, staff engineer, grow into
expire: expire, expires, expired, expiry, valid, validity, renew, renewal, still valid
retired: retired, discontinued, still available, deprecated, gone, shut down, cancelled, replaced by, successor, alternative, alternatives, instead of
price: price, cost, costs, fee, fees, how expensive, expensive, cheap, how much is
exam: exam, exams, test fee, pass, passing
`;

/** Words that say nothing about what is asked: grammar, courtesy, and adjectives that fit any topic. */
export const neutral = `
namaste salaam lol lmao haha omg wtf bruh ppl dude mate kid kids uncle aunt cousin brother sister mom dad father mother family wife husband son daughter honestly apparently meanwhile monday tuesday wednesday thursday friday saturday sunday weekend morning evening night january february march april june july august september october november december ago since till until while though although because cause cuz coz except within per via
a an the this that these those it its i me my mine we us our you u ur your yours he she they them their his her him one ones someone somebody anyone anybody everyone
everybody nobody people person guys folks friend friends bro bhai sir maam madam dear all both each every any some few many much more most less least lot lots bit other others another such same
am is are was were be been being do does did doing done have has had having can could will would shall should may might ought let lets get gets got getting gotten go goes going went gone
make makes making made take takes taking took taken give gives giving gave given want wants wanted wanna need gonna gotta try trying tried use uses using used like likes liked love know knows knowing known think thinks thinking thought
say says said tell tells told ask asks asked asking see sees seen look looks looking find finding found help helps helped helping please pls plz thanks thank thx ty hi hello hey yo hiya greetings
and or but if then than so because as of at by for with about against into through during above below to from up down in out on off over under again further once here there when where why how what which who whom whose
not no nor only own too very just also even still yet ever never always often sometimes usually really actually truly currently right now today these days nowadays rn atm already anymore
good great best better nice cool awesome top proper properly right wrong bad big small large little new old-fashioned important main major key real really realistic practical actual general typical usual usually common normal specific particular certain several various
way ways thing things stuff something anything everything nothing kind kinds type types sort sorts part parts place places point question questions answer answers advice suggestion suggestions suggest recommend recommended recommendation recommendations recommending tip tips opinion opinions thought thoughts idea experience experiences
possible possibly able enough quite pretty rather maybe perhaps probably definitely certainly simply basically literally honestly seriously exactly especially mostly mainly almost around approximately roughly currently eventually finally
me myself yourself themselves himself herself itself im ive id ill youre youve dont doesnt didnt cant cannot couldnt wont wouldnt shouldnt isnt arent wasnt werent havent hasnt hadnt s t m re ve ll d ain
two three four five six seven eight nine ten one 1 2 3 4 5 6 7 8 9 10 second third once twice
kya kaise ko ka ki ke hai hain ho hu hoon main mein mai mera meri mujhe aur ya toh to se par pe liye karu karna karne karte karta kare kar sakta sakte sakti kaun kaunsa kaunsi kab kyun bhi hi nahi koi kuch bata batao btao batana yaar bahut acha accha
total complete full whole entire overall end ends guy currently person lot asap quick quickly short brief anybody im currently year day month week time times level
okay ok yes yeah yep nope sure lol idk tbh imo imho iyo btw fyi etc eg ie e g edit title post thread sub reddit discord server channel anyways anyway
work working role roles career careers profession read reading between or vs
worried wondering wonder curious confused interested interesting planning plan decided decide choose choosing choice pick consider considering hoping hope feel feels feeling
really honestly able land lands come comes came works world life live living years months
keep keeps keeping put set show shows showing shown happen happens add adding call called name named matter matters depend depends
well fine decent solid amazing invaluable ideal perfect popular famous known recognised recognized interesting reputed trusted modern minimum maximum least bare
`;

/** The fields that the careers belong to, and what people call them: each is a meaning, and all of them are of one kind. */
export const fields: readonly (readonly [string, readonly string[]])[] = [
  ['ml', ['machine learning', 'ml', 'ai ml', 'aiml', 'ml ai', 'machine learning engineering']],
  ['ai', ['artificial intelligence', 'ai', 'a i']],
  ['ds', ['data science', 'datascience', 'data sciences']],
  ['dl', ['deep learning', 'dl', 'neural networks', 'neural network']],
  ['de', ['data engineering']],
  ['da', ['data analytics', 'data analysis', 'analytics']],
];

import type { AnyCommand } from '../src/discord/command.ts';
import about from './about.ts';
import ask from './ask.ts';
import career from './career.ts';
import certification from './certification.ts';
import glossary from './glossary.ts';
import { helpFor } from './help.ts';
import jobTitle from './job-title.ts';
import projectIdea from './project-idea.ts';
import resources from './resources.ts';
import roadmap from './roadmap.ts';
import salary from './salary.ts';

const answering = [
  ask,
  roadmap,
  projectIdea,
  certification,
  jobTitle,
  salary,
  career,
  resources,
  glossary,
  about,
];

/** The one list of commands: dispatch, registration, help and the tests all read it. */
export const commands: readonly AnyCommand[] = [...answering, helpFor(answering)];

/** What a service knows while it answers one request. */
import type { Environment } from './addresses.ts';
import type { Student } from './registry/students/student.ts';
import type { Declarations } from './sts/encryption.ts';
import type { World } from './world.ts';

/** Choices that hold for the simulator's whole life, or, scripted by a fault rule, for one request. */
export interface Settings {
  /** The longest life of a token. */
  tokenLifeSeconds: number;
  /** Where a token response declares the namespaces of its fragments. */
  declarations: Declarations;
  /** Answers for an unknown USI carry no match flags, as the schema permits. */
  bareInvalid: boolean;
}

export interface RequestContext {
  world: World;
  /** Milliseconds since 1970, by the service's clock. */
  now: number;
  /** `https://127.0.0.1:PORT`, where the simulator advertises itself. */
  origin: string;
  /** The environment named by the Host header; undefined on a loopback name. */
  environment: Environment | undefined;
  settings: Settings;
  /** The Registry's register, by USI. */
  students: ReadonlyMap<string, Student>;
}

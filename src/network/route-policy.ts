import { agentFor } from './agent-for';

/** What Azure's libraries call so; their own types stay in the rooms that know them. */
interface OutgoingRequest {
  readonly url: string;
  agent?: { destroy(): void };
}

/**
 * For `additionalPolicies` of Azure's libraries: calls go by the rule of `findProxy`. By the rule of these libraries plain
 * http goes through the proxy as well, and so would the question to the host for its managed identity.
 */
export const routePolicy = {
  position: 'perCall' as const,
  policy: {
    name: 'routeByFindProxy',
    sendRequest<R extends OutgoingRequest, A>(request: R, next: (request: R) => A): A {
      request.agent = agentFor(request.url);
      return next(request);
    },
  },
};

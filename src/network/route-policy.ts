import { agentFor } from './agent-for';

/** The part of a request of Azure's libraries that the policy needs. */
interface OutgoingRequest {
  readonly url: string;
  agent?: { destroy(): void };
}

/**
 * A policy for `additionalPolicies` of Azure's libraries that applies `findProxy`. The libraries' own rule would send plain
 * http through the proxy too, and with it the request to the host for its managed identity.
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

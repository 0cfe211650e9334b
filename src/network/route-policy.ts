import { agentFor } from './agent-for';

/** The part of an Azure request that is needed here. */
interface OutgoingRequest {
  readonly url: string;
  agent?: { destroy(): void };
}

/**
 * For `additionalPolicies` of Azure's libraries: calls follow `findProxy`. Left alone, these libraries send plain http
 * through the proxy as well, including the call to the host for its managed identity.
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

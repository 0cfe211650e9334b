import { classifyExchangeFailure } from '../../src/auth/classify-exchange-failure';

function classify(status: number, body: object | string): object {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return classifyExchangeFailure({ kind: 'response', status, body: text });
}

describe('classifyExchangeFailure', () => {
  it.each([
    [65001, 'consentRequired'],
    [65004, 'consentRequired'],
    [50055, 'interactionRequired'],
    [50072, 'secondFactor'],
    [50074, 'secondFactor'],
    [50076, 'secondFactor'],
    [50078, 'secondFactor'],
    [50079, 'secondFactor'],
    [50158, 'secondFactor'],
    [53000, 'policy'],
    [53001, 'policy'],
    [53002, 'policy'],
    [53003, 'policy'],
    [530003, 'policy'],
    [53011, 'policy'],
    [530035, 'policy'],
    [50097, 'policy'],
    [500021, 'policy'],
    [90072, 'wrongAccount'],
    [51004, 'wrongAccount'],
    [500133, 'staleToken'],
    [50013, 'staleToken'],
    [50132, 'staleToken'],
    [50133, 'staleToken'],
    [50173, 'staleToken'],
    [70008, 'staleToken'],
    [70043, 'staleToken'],
    [700082, 'staleToken'],
    [50020, 'wrongAccount'],
    [50027, 'rejected'],
    [50034, 'wrongAccount'],
    [50053, 'rejected'],
    [50057, 'wrongAccount'],
  ])('reads AADSTS%i as a sign-in that is needed: %s', (code, reason) => {
    const failure = classify(400, { error: 'invalid_grant', error_codes: [code] });

    expect(failure).toEqual({ kind: 'signInNeeded', reason, code });
  });

  it.each([
    [90092, 'adminConsentNeeded'],
    [90093, 'adminConsentNeeded'],
    [90094, 'adminConsentNeeded'],
    [90095, 'adminConsentNeeded'],
    [50105, 'notAssigned'],
    [65002, 'signInMisconfigured'],
    [65005, 'signInMisconfigured'],
    [70011, 'signInMisconfigured'],
    [70021, 'signInMisconfigured'],
    [90002, 'signInMisconfigured'],
    [500011, 'signInMisconfigured'],
    [500131, 'signInMisconfigured'],
    [700016, 'signInMisconfigured'],
    [700024, 'signInMisconfigured'],
    [700027, 'signInMisconfigured'],
    [700211, 'signInMisconfigured'],
    [700212, 'signInMisconfigured'],
    [700213, 'signInMisconfigured'],
    [7000112, 'signInMisconfigured'],
    [7000215, 'signInMisconfigured'],
    [7000218, 'signInMisconfigured'],
    [7000222, 'signInMisconfigured'],
    [50196, 'signInUnavailable'],
    [90033, 'signInUnavailable'],
  ])('reads AADSTS%i as %s', (code, kind) => {
    const failure = classify(400, { error: 'invalid_grant', error_codes: [code] });

    expect(failure).toEqual({ kind, code });
  });

  it('returns the claims that the next sign-in must carry', () => {
    const claims = '{"access_token":{"capolids":{"essential":true}}}';

    const failure = classify(400, { error: 'interaction_required', error_codes: [50076], claims });

    expect(failure).toEqual({ kind: 'signInNeeded', reason: 'secondFactor', claims, code: 50076 });
  });

  it('drops claims that are too long for a URL', () => {
    const failure = classify(400, { error: 'interaction_required', claims: 'x'.repeat(5_000) });

    expect(failure).toEqual({ kind: 'signInNeeded', reason: 'interactionRequired' });
  });

  it('prefers the number to the wording', () => {
    const failure = classify(400, { error: 'interaction_required', error_codes: [50105] });

    expect(failure).toEqual({ kind: 'notAssigned', code: 50105 });
  });

  it.each([
    ['invalid_grant', 'consent_required', 'consentRequired'],
    ['interaction_required', undefined, 'interactionRequired'],
    ['login_required', undefined, 'interactionRequired'],
    ['consent_required', undefined, 'consentRequired'],
    ['invalid_grant', 'basic_action', 'interactionRequired'],
    ['invalid_grant', 'additional_action', 'interactionRequired'],
    ['invalid_grant', 'message_only', 'interactionRequired'],
    ['invalid_grant', 'user_password_expired', 'interactionRequired'],
    ['invalid_grant', 'bad_token', 'staleToken'],
    ['invalid_grant', 'token_expired', 'staleToken'],
    ['invalid_grant', undefined, 'rejected'],
  ])('reads the wording when the number is unknown: %s, %s', (error, suberror, reason) => {
    const failure = classify(400, { error, suberror, error_codes: [999_999] });

    expect(failure).toEqual({ kind: 'signInNeeded', reason, code: 999_999 });
  });

  it.each(['invalid_client', 'unauthorized_client', 'invalid_resource', 'invalid_scope', 'invalid_request'])(
    'blames our configuration for %s, whatever the number',
    (error) => {
      expect(classify(401, { error })).toEqual({ kind: 'signInMisconfigured' });
    },
  );

  it.each(['temporarily_unavailable', 'server_error'])('reads %s as an outage', (error) => {
    expect(classify(400, { error })).toEqual({ kind: 'signInUnavailable' });
  });

  it.each([408, 429, 500, 502, 503, 504])('reads status %i as an outage, whatever the body', (status) => {
    expect(classify(status, { error: 'invalid_grant', error_codes: [65001] })).toEqual({
      kind: 'signInUnavailable',
      code: 65001,
    });
    expect(classify(status, '<html>')).toEqual({ kind: 'signInUnavailable' });
  });

  it.each(['', '<html>', 'null', '[]', '{"error":5,"error_codes":"65001"}'])(
    'reads a foreign body as a wrong address: %s',
    (body) => {
      expect(classify(404, body)).toEqual({ kind: 'signInMisconfigured' });
    },
  );

  it('reads a broken connection or a missed deadline as an outage', () => {
    expect(classifyExchangeFailure({ kind: 'noResponse' })).toEqual({ kind: 'signInUnavailable' });
  });

  it('blames our configuration when the request was never sent', () => {
    expect(classifyExchangeFailure(undefined)).toEqual({ kind: 'signInMisconfigured' });
  });
});

namespace FluentProfiles;

/// <summary>The exception that is thrown when a limit does not allow a request: the query needs more requests than
/// <c>WithMaxRequests</c> or <see cref="ProfilesClientOptions.MaxRequestsPerQuery"/> allows or more time than
/// <c>WithRunTimeout</c> allows, or <see cref="ProfilesClientOptions.RateLimiter"/> grants no permit. If the plan
/// already exceeds the limit, nothing was sent. If the limit allows no retry of a failed request, the run ends
/// with that failure instead.</summary>
/// <param name="message">A message that states the limit and the required amount.</param>
public sealed class ProfilesBudgetException(string message) : ProfilesException(message);

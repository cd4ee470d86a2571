namespace FluentProfiles;

/// <summary>The exception that is thrown when a limit does not allow a request. The limits are <c>WithMaxRequests</c>,
/// <see cref="ProfilesClientOptions.MaxRequestsPerQuery"/>, <c>WithRunTimeout</c> and the permits of
/// <see cref="ProfilesClientOptions.RateLimiter"/>. If the plan already needs more requests than are allowed, nothing
/// was sent. If the limit allows no retry of a failed request, the run ends with that failure instead.</summary>
/// <param name="message">A message that states the limit and the required amount.</param>
public sealed class ProfilesBudgetException(string message) : ProfilesException(message);

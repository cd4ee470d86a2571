namespace FluentProfiles;

/// <summary>The query needs more requests than <c>WithMaxRequests</c> or
/// <see cref="ProfilesClientOptions.MaxRequestsPerQuery"/> allows, or <see cref="ProfilesClientOptions.RateLimiter"/> gave no
/// permit for one. Where the plan already says so, nothing was sent. A run whose budget allows no retry of a failed request ends
/// with that failure instead.</summary>
/// <param name="message">The budget and what was needed.</param>
public sealed class ProfilesBudgetException(string message) : ProfilesException(message);

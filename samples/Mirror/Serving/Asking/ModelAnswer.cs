namespace Mirror.Serving.Asking;

/// <param name="Text">What the model says.</param>
/// <param name="UserProfileId">The header <c>anthropic-user-profile-id</c> of the request, as it arrived; null for none.</param>
internal sealed record ModelAnswer(string Text, string? UserProfileId);

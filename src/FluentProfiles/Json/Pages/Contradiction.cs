namespace FluentProfiles.Json.Pages;

/// <summary>The exceptions for answers that can be read but contradict their request.</summary>
internal static class Contradiction
{
    // Ids of the service have about thirty characters.
    private const int LongestShownId = 100;

    /// <summary>Throws if a single answer is about another profile than its request. Ids are compared character by
    /// character: one that differs in case, or in the form of its Unicode characters, is another id.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="asked">The id of the request; null for a request without one, such as a create.</param>
    /// <param name="answered">The id in the answer.</param>
    /// <exception cref="ProfilesProtocolException">The ids differ.</exception>
    public static void ThrowIfOfAnother(IJsonOrigin answer, string? asked, string answered)
    {
        if (asked is not null && answered != asked)
            throw Of(
                answer.RequestId,
                $"a request for the profile '{Shown(answer, asked)}' returned the profile '{Shown(answer, answered)}'"
            );
    }

    /// <param name="requestId">The id of the answer.</param>
    /// <param name="problem">What the answer contradicts, as a clause.</param>
    public static ProfilesProtocolException Of(string? requestId, string problem) =>
        new(
            $"The response contradicts the request: {problem}. A proxy or a cache between this program and the service may have changed the request or the response."
        )
        {
            RequestId = requestId,
        };

    private static string Shown(IJsonOrigin answer, string id) => LongText.AtMost(LongestShownId, answer.Clean(id));
}

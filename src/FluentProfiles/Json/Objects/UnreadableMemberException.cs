using System.Text.Json;

namespace FluentProfiles.Json.Objects;

/// <summary>A member that is not of its kind, named by its path from the outermost object. Keys of maps are left out: they are
/// the customer's data.</summary>
/// <param name="path">The names of the members, joined by dots.</param>
/// <param name="problem">What is wrong with the value.</param>
internal sealed class UnreadableMemberException(string path, string problem) : JsonException($"\"{path}\": {problem}")
{
    private readonly string problem = problem;
    private readonly string path = path;

    /// <summary>Returns the failure as one of a member.</summary>
    public static UnreadableMemberException In(string member, JsonException failure) =>
        failure is UnreadableMemberException inner
            ? new($"{member}.{inner.path}", inner.problem)
            : new(member, failure.Message);

    /// <summary>Returns whether a failure is the library's own: malformed JSON is no member's fault.</summary>
    public static bool CanName(JsonException failure) =>
        failure is UnreadableMemberException || failure.GetType() == typeof(JsonException);
}

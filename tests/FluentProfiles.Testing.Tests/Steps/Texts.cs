using System.Text.Json;
using System.Text.RegularExpressions;

namespace FluentProfiles.Testing.Tests.Steps;

/// <summary>Results as texts, without what differs between a service and another: its address and the ids of requests.</summary>
internal static partial class Texts
{
    /// <summary>The result, or the exception.</summary>
    public static async Task<string> OutcomeAsync(Func<Task<string>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception failure)
        {
            return Of(failure);
        }
    }

    public static string Of(UserProfile profile) => JsonSerializer.Serialize(profile);

    public static string Of(IEnumerable<UserProfile> profiles) => string.Join('\n', profiles.Select(Of));

    /// <summary>What a bulk write may change of a profile, and its id.</summary>
    public static string WrittenOf(UserProfile profile) =>
        $"{profile.Id} {profile.Name} {profile.AccessType} {JsonSerializer.Serialize(profile.ExternalUserDetails)} "
        + string.Join(", ", profile.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal));

    public static string Of(DataControls controls) => JsonSerializer.Serialize(controls);

    public static string Of(BulkWriteReport report) =>
        $"{report}: {string.Join("; ", report.Failures.OrderBy(failure => failure.Id, StringComparer.Ordinal).Select(failure => $"{failure.Id} {Of(failure.Error)}"))}";

    public static string Of(Exception failure) =>
        failure switch
        {
            ProfilesBulkWriteException bulk => $"{Named(bulk)} {bulk.Report} <- {Of(bulk.InnerException!)}",
            ProfilesApiException refusal =>
                $"{Named(refusal)} {(int)refusal.StatusCode} {refusal.ErrorType} {refusal.ErrorCode} {refusal.RequestId is not null}",
            _ => Named(failure),
        };

    private static string Named(Exception failure) =>
        $"{failure.GetType().Name}: {Address().Replace(failure.Message, "ADDRESS")}";

    [GeneratedRegex(@"https?://(127\.0\.0\.1:\d+|profiles\.invalid)")]
    private static partial Regex Address();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using FluentProfiles.Writing.Bulk.Setters;
using FluentProfiles.Writing.Single;
using FluentProfiles.Writing.Sync.Planning;

namespace FluentProfiles.Writing.Sync.Saving;

/// <summary>Checks a plan that was read from JSON, step by step, so that a damaged one is refused before it is applied.</summary>
internal static class PlanReading
{
    /// <exception cref="ProfilesSyncException">The plan can't be read.</exception>
    public static SyncPlan Checked(PlanData? data)
    {
        if (data is null)
            throw Unreadable("it is null");
        if (data.Version != PlanData.CurrentVersion)
            throw Unreadable($"its version is {data.Version}, and this library reads {PlanData.CurrentVersion}");
        if (HasGaps(data))
            throw Unreadable("a part of it is missing");
        if (KeyOf(data) is not { } key)
            throw Unreadable("its key is not a member of a profile");
        if (data.MaxDeletedShare is not (>= 0 and <= 1))
            throw Unreadable("its maxDeletedShare is not from 0 to 1");
        HashSet<string> keys = new(StringComparer.Ordinal);
        Check(data.Updates, SyncStepKind.Update, key, keys);
        Check(data.Creates, SyncStepKind.Create, key, keys);
        Check(data.Deletes, SyncStepKind.Delete, key, keys);
        return new(data);
    }

    public static ProfilesSyncException Unreadable(string reason, Exception? cause = null) =>
        new(SyncStopReason.UnreadablePlan, $"The saved plan can't be read: {reason}. Make a new plan.", cause);

    public static ProfilesSyncException Unreadable(JsonException damage) =>
        Unreadable($"at {damage.Path ?? "its start"} it is not as it was saved", damage);

    public static IReadOnlyList<FieldChange> ChangesOfCreate(StepData step) =>
        step.Profile is { } profile
            ? ProfileContent.Changes(ProfileWrite.Of(WantedProfile.Read(profile.Bytes)), current: null)
            : [];

    public static WriteTarget? KeyOf(PlanData data) => SyncKey.Named(data.KeyMember, data.KeyPair);

    public static StepData Step(RawJson json) => JsonSerializer.Deserialize(json.Bytes, SyncJson.Default.StepData)!;

    // JSON can hold null anywhere.
    private static bool HasGaps(PlanData data) =>
        data
            is { Scope: null or { Address: null } }
                or { KeyMember: null }
                or { Mark: not null and ({ Key: null } or { Value: null }) }
                or { Counts: null }
                or { Duplicates: null }
                or { Failures: null }
                or { Creates: null }
                or { Updates: null }
                or { Deletes: null }
        || data.Duplicates.Any(duplicate => duplicate is null or { Rows: null } or { ProfileIds: null })
        || data.Failures.Contains(null!);

    private static void Check(IReadOnlyList<RawJson> steps, SyncStepKind kind, WriteTarget key, HashSet<string> keys)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (ProblemOf(Step(steps[i]), kind, key, keys) is { } problem)
                throw Unreadable($"step {i + 1} of its {kind.ToString().ToLowerInvariant()}s {problem}");
        }
    }

    private static string? ProblemOf(StepData? step, SyncStepKind kind, WriteTarget key, HashSet<string> keys)
    {
        if (step is null || !IsComplete(step, kind))
            return "is incomplete";
        if (!keys.Add(step.Key))
            return "has the key of another step";
        if (step.Profile is not { } profile)
            return null;
        var wanted = WantedProfile.Read(profile.Bytes);
        if (key.TextIn(ProfileWrite.Of(wanted)) != step.Key)
            return "has a profile with another key";
        return IsSame(profile.Bytes, WantedProfile.Write(wanted))
            ? null
            : "has a profile with a member that no write has";
    }

    private static bool IsComplete(StepData step, SyncStepKind kind) =>
        step.Kind == kind
        && !string.IsNullOrWhiteSpace(step.Key)
        && (kind == SyncStepKind.Create ? step.Id is null : step is { Id.Length: > 0, Seen: not null })
        && (kind == SyncStepKind.Delete) == step.Profile is null;

    private static bool IsSame(byte[] json, byte[] other)
    {
        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(other));
        }
        catch (ArgumentException)
        {
            // A member is there twice.
            return false;
        }
    }
}

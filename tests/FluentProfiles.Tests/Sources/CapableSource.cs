using System.Text.Json;
using FluentProfiles.Model.Betas;
using FluentProfiles.Operators;
using FluentProfiles.Sources;

namespace FluentProfiles.Tests.Sources;

/// <summary>A source that sorts by any member, takes conditions, skips and counts, as a database does.</summary>
/// <param name="profiles">The profiles.</param>
/// <param name="listed">What a listing has of a profile; null for all of it.</param>
internal sealed class CapableSource(IReadOnlyList<UserProfile> profiles, Func<UserProfile, UserProfile>? listed = null)
    : QuerySource,
        IDisposable
{
    /// <summary>The requests for pages so far.</summary>
    public List<ListRequest> Requests { get; } = [];

    /// <summary>The requests for counts so far.</summary>
    public List<ListRequest> Counted { get; } = [];

    /// <summary>The number of pages whose memory was released.</summary>
    public int Released { get; private set; }

    public int LargestPage { get; init; } = 100;

    /// <summary>False for cursors that are valid with any page size.</summary>
    public bool BindsCursors { get; init; } = true;

    /// <summary>True to return each profile as JSON.</summary>
    public bool ServesJson { get; init; }

    /// <summary>True to reject what only the service understands.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Replaces the JSON of a profile.</summary>
    public Dictionary<string, string> JsonById { get; } = [];

    public ProfileQuery<UserProfile> Query() => new(new QueryDefinition(this, QuerySettings.Default, null));

    public override QueryEnvironment Open(SourceSettings settings)
    {
        if (IsStrict)
            settings.ThrowIfOfService("the test's source");
        var scope = settings.ScopeOver(BetaSet.Empty, workspace: null);
        return new(new CapablePages(this), "capable", TimeProvider.System)
        {
            Betas = scope.Betas,
            Workspace = scope.Workspace,
        };
    }

    /// <summary>Returns the profiles of a listing, in its order.</summary>
    public IEnumerable<UserProfile> Passing(ListRequest listing)
    {
        // Equal keys come by the time of creation, in the direction of the order, as in the emulator.
        var byCreation = profiles
            .OrderBy(profile => profile.CreatedAt)
            .ThenBy(profile => profile.Id, StringComparer.Ordinal);
        var passing = (listing.Order.Descending ? byCreation.Reverse() : byCreation)
            .Select(profile => listed?.Invoke(profile) ?? profile)
            .Where(profile =>
                listing.Conditions.Exact.All(condition => ConditionCheck.Passes(condition, profile, isRough: false))
            )
            .Where(profile =>
                listing.Conditions.Rough.All(condition => ConditionCheck.Passes(condition, profile, isRough: true))
            );
        return listing.Order.SortedBy.Sort(passing, listing.Order.Descending);
    }

    public UserProfile? Find(string id) => profiles.FirstOrDefault(profile => profile.Id == id);

    public ReadOnlyMemory<byte> JsonOf(UserProfile profile) =>
        JsonById.TryGetValue(profile.Id, out var json)
            ? System.Text.Encoding.UTF8.GetBytes(json)
            : JsonSerializer.SerializeToUtf8Bytes(profile);

    /// <summary>Called when the memory of a page is released.</summary>
    public void Dispose() => Released++;
}

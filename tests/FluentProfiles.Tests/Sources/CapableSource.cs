using FluentProfiles.Operators;
using FluentProfiles.Sources;

namespace FluentProfiles.Tests.Sources;

/// <summary>A source that sorts by any field and takes conditions, as a database does.</summary>
internal sealed class CapableSource(IReadOnlyList<UserProfile> profiles, Func<UserProfile, UserProfile>? listed = null)
    : QuerySource
{
    /// <summary>What was read so far.</summary>
    public List<ListRequest> Requests { get; } = [];

    public ProfileQuery<UserProfile> Query() => new(new QueryDefinition(this, QuerySettings.Default, null));

    public override QueryEnvironment Open() =>
        new(new CapablePages(profiles, listed ?? (profile => profile), Requests), "capable", TimeProvider.System);
}

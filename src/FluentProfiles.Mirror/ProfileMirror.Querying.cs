using FluentProfiles.Mirror.Querying;
using FluentProfiles.Operators;

namespace FluentProfiles;

public sealed partial class ProfileMirror
{
    /// <summary>Returns a query over the mirror. It means what the same query means on the client: the database filters, sorts,
    /// skips and counts as far as it can, and the rest runs on the rows that it returns. Nothing is read until the query
    /// is enumerated. No request is sent.</summary>
    /// <remarks>
    /// <para>A page has up to 1,000 profiles unless <c>WithPageSize</c> says otherwise. Each is one command, with a context of
    /// its own. Resume tokens belong to the mirror and its scope. Explain() shows the SQL.</para>
    /// <para>What only a get of one profile reports is not in the mirror. <c>WithBeta</c>, <c>WithDetails</c>,
    /// <c>WithWorkspace</c>, <c>FromPage</c> and <c>WithHeader</c> throw an <see cref="UnsupportedQueryException"/> when the
    /// query runs. <c>WithPrefetch</c>, <c>WithTwoEndedScan</c>, <c>WithMaxRetries</c>, <c>WithAttemptTimeout</c> and
    /// <c>WithMaxRetryAfter</c> have no effect. <c>WithMaxRequests</c> counts pages.</para>
    /// <para>The run throws a <see cref="MirrorNotReadyException"/> if the query names a member that stored profiles may lack
    /// (<see cref="MirrorStatus.MissingMembers"/>), unless it has <see cref="MirrorQueryExtensions.AllowPartial{T}"/>. Whole profiles are
    /// returned without such members.</para>
    /// <para>The run throws a <see cref="MirrorDatabaseException"/> if the database fails, and a <see cref="MirrorSchemaException"/>
    /// if a migration is missing.</para>
    /// </remarks>
    /// <param name="maxStaleness">The greatest age of the data, by the start of the last complete full pass; null for any. If
    /// the mirror is older, the query throws a <see cref="MirrorStaleException"/>. Until the first full pass has ended, it
    /// throws a <see cref="MirrorNotReadyException"/>, unless it has
    /// <see cref="MirrorQueryExtensions.AllowPartial{T}"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxStaleness"/> is negative.</exception>
    public ProfileQuery<UserProfile> Query(TimeSpan? maxStaleness = null)
    {
        if (maxStaleness < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(
                nameof(maxStaleness),
                maxStaleness,
                "The age must not be negative. Pass null for data of any age."
            );
        return new(new QueryDefinition(SourceOf(new(AllowsPartial: false, maxStaleness)), QuerySettings.Default, null));
    }

    private MirrorQuerySource SourceOf(MirrorGate gate) =>
        new(Store, Options.QueryContexts ?? Store.Contexts, Client.Source, gate);
}

using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Sources;

namespace FluentProfiles.Tests.Planning.Explain;

/// <summary>Parts of plans and refusals that not every query has.</summary>
public sealed class PlanLinesTests
{
    [Fact]
    public void Tag_IsALineOfThePlan()
    {
        var query = ProfileQuery.FromItems([]).TagWith("nightly");

        Assert.Equal(
            """
            GET /v1/user_profiles?limit=100
              tag:            nightly
              order:          created_at, descending, the default of the service
              fields:         all
              requests:       at least 1, no upper bound
            """.ReplaceLineEndings(),
            query.Explain().ToString()
        );
        Assert.Equal("Nothing is sent: no profile can match. (tag: nightly)", query.Take(0).Explain().ToString());
    }

    [Fact]
    public void IdThatCannotBeAskedFor_LeavesNothingToTheClient()
    {
        var plan = ProfileQuery.FromItems([]).Where(p => p.EnforcementStatus == "banned" && p.Id == "").Explain();

        Assert.True(plan.IsEmpty);
        Assert.Empty(plan.OnClient);
    }

    [Fact]
    public void KeyWithoutAnOrder_IsShownWithoutValues()
    {
        var secret = "jane";

        var refusal = Assert.Throws<UnsupportedQueryException>(() =>
            ProfileQuery.FromItems([]).Take(5).OrderBy(p => new { p.Name, Key = secret }).Explain()
        );

        Assert.StartsWith("OrderBy(p => new { p.Name, Key = ? }): anonymous keys can't be compared", refusal.Message);
    }

    [Theory]
    [InlineData("Name", "Name")]
    [InlineData("Name CreatedAt", "CreatedAt and Name")]
    [InlineData("Name CreatedAt Id", "Id, CreatedAt and Name")]
    public void UnboundedOrder_IsToldByWhatTheSourceSorts(string members, string list)
    {
        SortingSource source = new(members.Split(' '));
        ProfileQuery<UserProfile> query = new(new QueryDefinition(source, QuerySettings.Default, null));

        Assert.StartsWith(
            $"OrderBy(p => p.Metadata[?]): a source of few keys can sort only by {list}, and the query has no upper bound",
            Assert.Throws<UnsupportedQueryException>(() => query.OrderBy(p => p.Metadata["plan"]).Explain()).Message
        );
    }

    private sealed class SortingSource(string[] members) : QuerySource
    {
        public override QueryEnvironment Open(SourceSettings settings) =>
            new(new SortedPages(members), "sorted", TimeProvider.System);
    }

    private sealed class SortedPages(string[] members) : IProfileSource
    {
        public SourceCapabilities Capabilities { get; } = new Sorted(members);

        public RequestText Explain(ListRequest? listing, bool redact) => new("LIST");

        public ValueTask<IUnreadPage> ReadPageAsync(
            ListRequest listing,
            string? cursor,
            RequestBudget? budget,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();

        public Task<IUnreadProfile?> ReadProfileAsync(
            string id,
            RequestBudget? budget,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();

        public ValueTask<long> CountAsync(
            ListRequest listing,
            RequestBudget? budget,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();
    }

    private sealed class Sorted(string[] members) : SourceCapabilities
    {
        public override string Name => "a source of few keys";

        public override bool SortsBy(FieldPath path) => members.Contains(path.Text);
    }
}

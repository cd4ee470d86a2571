using FluentProfiles.Mirror.Storing.Gaps;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Mirror.Tests.Storing.Gaps;

public sealed class ScopeGapsTests
{
    private static readonly StoredMembers Nameless = new(ProfileSchema.Name.Mask, ["ssn"]);

    private static readonly StoredMembers Old = StoredMembers.All with { Revision = ApiRevision.V2026_08_18 };

    private static readonly RowGaps None = RowGaps.Of(StoredMembers.All);

    [Fact]
    public void AFullPass_LeavesWhatItsProcessDoesNotStore()
    {
        var gaps = ScopeGaps.Read(null).BegunBy(RowGaps.Of(Nameless)).Completed();

        Assert.Equal(["name", "metadata[\"ssn\"]"], Missing(gaps));
        Assert.Empty(Missing(gaps, Nameless));
        Assert.Empty(Missing(gaps.BegunBy(None).Completed()));
    }

    [Fact]
    public void AFullPass_LeavesWhatItsRevisionDoesNotServe()
    {
        var gaps = ScopeGaps.Read(null).BegunBy(RowGaps.Of(Old)).Completed();

        Assert.Equal(["external_user_details", "enforcement_status", "enforcement_actions", "programs"], Missing(gaps));
        Assert.Empty(Missing(gaps, Old));
        Assert.Equal(["trust_grants", "external_id", "external_user_onboarded_at"], Missing(Whole(), Old));
    }

    [Fact]
    public void AnotherProcess_LeavesItsGapsUntilAPassBeginsAfterIt()
    {
        var gaps = Whole().WrittenBy(RowGaps.Of(Nameless));
        var during = Whole().BegunBy(None).WrittenBy(RowGaps.Of(Nameless));

        Assert.Equal(["name", "metadata[\"ssn\"]"], Missing(gaps));
        Assert.Empty(Missing(gaps.BegunBy(None).Completed()));
        Assert.Equal(["name", "metadata[\"ssn\"]"], Missing(during));
        Assert.Equal(["name", "metadata[\"ssn\"]"], Missing(during.Completed()));
        Assert.Empty(Missing(during.Completed().BegunBy(None).Completed()));
    }

    [Fact]
    public void WhatIsNotKnown_MeansThatRowsMayLackAllButWhatEachHas()
    {
        var missing = new GapCheck(StoredMembers.All).Of(null);

        Assert.True(missing.Fields.Contains(ProfileSchema.Name.Mask));
        Assert.False(missing.Fields.Overlaps(StoredMembers.Needed));
        Assert.Null(ScopeGaps.Read(null).WrittenBy(None).Write());
    }

    private static ScopeGaps Whole() => ScopeGaps.Read(null).BegunBy(None).Completed();

    private static IReadOnlyList<string> Missing(ScopeGaps gaps, StoredMembers? stored = null) =>
        new GapCheck(stored ?? StoredMembers.All).Of(gaps.Write()).Names;
}

using System.Linq.Expressions;
using FluentProfiles.Expressions.Fields;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Tests.Expressions.Fields;

public sealed class FieldCollectorTests
{
    [Fact]
    public void PartHeldAgainstNull_IsReadWithoutWhatIsBelow()
    {
        var tested = Of(p => p.Programs.Cyber == null);

        Assert.Equal(tested, Of(p => null != p.Programs.Cyber));
        Assert.NotEqual(tested, Of(p => p.Programs.Cyber));
        Assert.NotEqual(tested, Of(p => p.Programs.Cyber!.Status));
        Assert.NotEqual(tested, Of(p => p.Programs.Efs == null));
        Assert.Equal(Of(p => p.Metadata), Of(p => p.Metadata.Any(pair => pair.Value == null)));
        Assert.Equal(FieldMask.All, Of(p => p == null));
    }

    [Fact]
    public void MemberOfAnythingHeldAgainstNull_IsReadWithItsOwner()
    {
        Assert.Equal(Of(p => p.EnforcementActions), Of(p => p.EnforcementActions.LastOrDefault()!.ExpiresAt != null));
        Assert.Equal(Of(p => p.Programs), Of(p => (p.Programs ?? null)!.Cyber == null));
    }

    [Fact]
    public void PartThatMayBeTheResult_IsReadWhole()
    {
        CyberProgram? fallback = null;

        Assert.Equal(Of(p => p.Programs.Cyber), Of(p => p.Programs.Cyber ?? null));
        Assert.Equal(Of(p => p.Programs.Cyber), Of(p => p.Programs.Cyber ?? fallback));
        Assert.Equal(Of(p => p.ExternalUserDetails), Of(p => p.ExternalUserDetails ?? null));
        Assert.Equal(Of(p => p.Programs.Cyber), Of(p => (p.Programs.Cyber ?? null) == null));
        Assert.Equal(Of(p => p.Programs.Cyber), Of(p => new { p.Programs.Cyber, None = (object?)null }));
    }

    [Fact]
    public void ProfileAsAWhole_IsReadAsAWhole()
    {
        Assert.Equal(FieldMask.All, Of(p => p));
        Assert.Equal(FieldMask.All, Of(p => p.ToString()));
        Assert.Equal(FieldMask.None, Of(p => "x"));
    }

    private static FieldMask Of(Expression<Func<UserProfile, object?>> lambda) => FieldCollector.Collect(lambda);
}

namespace FluentProfiles.Mirror.Tests.Options;

public sealed class StoredMembersBuilderTests
{
    [Fact]
    public void AMemberThatTheMirrorNeeds_IsNotLeftOut()
    {
        ProfileMirrorOptions options = new();

        Assert.Throws<ArgumentException>(() => options.Store(members => members.Except(p => p.Id)));
        Assert.Throws<ArgumentException>(() => options.Store(members => members.Except(p => p.CreatedAt)));
        Assert.Throws<ArgumentException>(() => options.Store(members => members.Except(p => p.Metadata["plan"])));
        Assert.Throws<ArgumentException>(() => options.Store(members => members.Except(p => p.Name!.Length)));
    }
}

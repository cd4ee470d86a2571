namespace FluentProfiles.Mirror.Tests.Model.References;

public sealed class ClaimResolutionTests
{
    [Fact]
    public void ADecision_SaysWhatWasDecided()
    {
        Assert.Equal("uprof_1", ClaimResolution.CreatedAs("uprof_1").ProfileId);
        Assert.Equal("created as uprof_1", ClaimResolution.CreatedAs("uprof_1").ToString());
        Assert.Null(ClaimResolution.NotCreated.ProfileId);
        Assert.Equal("not created", ClaimResolution.NotCreated.ToString());
    }

    [Fact]
    public void AnEmptyId_Throws() => Assert.Throws<ArgumentException>(() => ClaimResolution.CreatedAs(""));

    [Fact]
    public void AReference_ShowsTheIdAlone() =>
        Assert.Equal("uprof_1", new ProfileReference("customer-1", "uprof_1").ToString());
}

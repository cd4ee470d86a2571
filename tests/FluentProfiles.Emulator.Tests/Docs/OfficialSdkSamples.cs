using Anthropic;
using Anthropic.Core;
using Anthropic.Models.UserProfiles;
using FluentProfiles;
using FluentProfiles.Emulator;
using EnforcementStatus = FluentProfiles.EnforcementStatus;
using SdkProfile = Anthropic.Models.UserProfiles.UserProfile;

namespace Shop.Migration;

/// <summary>The C# of docs/official-sdk.md, and the requests that it says each side sends.</summary>
public sealed class OfficialSdkSamples : IAsyncLifetime
{
    private ProfileEmulator service = null!;
    private AnthropicClient sdk = null!;
    private ProfilesClient client = null!;

    public async Task InitializeAsync()
    {
        service = await ProfileEmulator.StartAsync(new() { Count = 1_000 });
        sdk = new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" };
        client = new(new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" });
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        sdk.Dispose();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task EveryProfile_Costs50RequestsThereAnd10Here()
    {
        List<string> theirs = [];
        List<string> ours = [];

        #region sdk-all
        IPage<SdkProfile> first = await sdk.UserProfiles.List();
        await foreach (var profile in first.Paginate())
            theirs.Add(profile.ID);
        #endregion

        Assert.Equal(50, RequestsSoFar());

        #region our-all
        await foreach (var profile in client.Query())
            ours.Add(profile.Id);
        #endregion

        Assert.Equal(10, RequestsSoFar());
        Assert.Equal(theirs, ours);
    }

    [Fact]
    public async Task NewestBanned_AreTheSame()
    {
        #region sdk-filter
        List<SdkProfile> theirs = [];
        UserProfileListParams parameters = new()
        {
            EnforcementStatus = [UserProfileEnforcementStatus.Banned],
            Limit = 100,
        };
        for (var page = await sdk.UserProfiles.List(parameters); theirs.Count < 5; page = await page.Next())
        {
            theirs.AddRange(page.Items.Where(p => p.Metadata.GetValueOrDefault("plan") == "pro"));
            if (!page.HasNext())
                break;
        }
        var theirFive = theirs.Take(5).Select(p => (p.ID, p.Name)).ToList();
        #endregion

        #region our-filter
        var ourFive = await client
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned && p.Metadata["plan"] == "pro")
            .Take(5)
            .Select(p => new { p.Id, p.Name })
            .ToListAsync();
        #endregion

        Assert.Equal(theirFive, ourFive.Select(p => (p.Id, p.Name)));
    }

    [Fact]
    public async Task OneProfile_IsWrittenAndReadAlike()
    {
        #region sdk-one
        var made = await sdk.UserProfiles.Create(new() { Name = "Ada" });
        var read = await sdk.UserProfiles.Retrieve(made.ID);
        var changed = await sdk.UserProfiles.Update(made.ID, new() { Name = "Ada Lovelace" });
        await sdk.UserProfiles.Delete(made.ID);
        #endregion

        var there = service.Requests.Select(r => r.Method).ToList();
        service.ClearRequests();
        await OursAsync();
        Assert.Equal(there, service.Requests.Select(r => r.Method));
        Assert.Equal((read.Name, changed.Name), ("Ada", "Ada Lovelace"));

        async Task OursAsync()
        {
            #region our-one
            var made = await client.CreateAsync(new() { Name = "Ada" });
            var read = await client.GetAsync(made.Id);
            var changed = await client.UpdateAsync(made.Id, new() { Name = "Ada Lovelace" });
            await client.DeleteAsync(made.Id);
            #endregion

            Assert.Equal((read.Name, changed.Name), ("Ada", "Ada Lovelace"));
        }
    }

    [Fact]
    public async Task WhetherThereIsAny_IsOneProfileHere()
    {
        #region sdk-any
        var theirs = (await sdk.UserProfiles.List(new() { Limit = 1 })).Items.Count > 0;
        #endregion

        #region our-any
        var ours = await client.Query().AnyAsync();
        #endregion

        Assert.Equal(theirs, ours);
        Assert.Single(service.Requests.Select(r => r.PathAndQuery).Distinct());
    }

    private int RequestsSoFar()
    {
        var requests = service.Requests.Count;
        service.ClearRequests();
        return requests;
    }
}

namespace FluentProfiles.Emulator.Tests.Store;

public sealed class ScaleTests
{
    [Fact]
    public async Task MillionProfiles_AreListedAndFoundWithoutBeingHeld()
    {
        await using var service = await Service.StartAsync(new() { Count = 1_000_000 });
        var oldest = await service.ListAsync("limit=2&order=asc");
        var newest = await service.ListAsync("limit=2");
        Assert.Equal(["user-000000", "user-999999"], new[] { oldest, newest }.Select(ReferenceOf));
        Assert.Equal(200, (await service.GetAsync(newest.Ids[0])).Status);
        Assert.Equal(200, (await service.ListAsync($"limit=2&page={newest.NextPage}")).Status);
    }

    [Fact]
    public async Task ConcurrentWritesAndLists_AreAllDone()
    {
        await using var service = await Service.StartAsync(new() { Count = 500 });
        var ids = service.Emulator.Profiles.Select(profile => profile.Id).ToArray();
        await Parallel.ForAsync(
            0,
            60,
            async (i, _) =>
            {
                Assert.Equal(200, (await service.PostAsync("", $$"""{"name":"n{{i}}"}""")).Status);
                Assert.Equal(200, (await service.PostAsync($"/{ids[i]}", $$"""{"name":"m{{i}}"}""")).Status);
                Assert.Equal(200, (await service.DeleteAsync(ids[100 + i])).Status);
                Assert.Equal(
                    200,
                    (await service.ListAsync($"order_by=name&limit=50&order={(i % 2 == 0 ? "asc" : "desc")}")).Status
                );
            }
        );
        Assert.Equal(500, service.Emulator.Profiles.Count);
        Assert.Equal(240, service.Emulator.Requests.Count);
        var pages = await service.PagesAsync("limit=100&order_by=name");
        Assert.Equal(500, pages.SelectMany(page => page.Ids).Distinct().Count());
    }

    private static string? ReferenceOf(Reply list) =>
        list.Data[0].GetProperty("external_user_details").GetProperty("reference_id").GetString();
}

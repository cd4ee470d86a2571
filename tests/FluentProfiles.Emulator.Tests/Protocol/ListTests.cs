namespace FluentProfiles.Emulator.Tests.Protocol;

public sealed class ListTests
{
    [Fact]
    public async Task NoParameters_GivesTwentyNewestFirst()
    {
        await using var service = await Service.StartAsync();
        var list = await service.ListAsync();
        Assert.Equal(service.Emulator.Profiles.Take(20).Select(profile => profile.Id), list.Ids);
        Assert.StartsWith("req_", list.RequestId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(49, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(100, 2)]
    public async Task Pages_EndWithTheLastProfile(int count, int pages)
    {
        await using var service = await Service.StartAsync(new() { Count = count });
        var all = await service.PagesAsync("limit=50");
        Assert.Equal(pages, all.Count);
        Assert.Equal(count, all.SelectMany(page => page.Ids).Distinct().Count());
    }

    [Fact]
    public async Task AscendingByCreation_IsTheReverseOfDescending()
    {
        await using var service = await Service.StartAsync(new() { Count = 1_000 });
        var ascending = await IdsAsync(service, "limit=70&order=asc");
        var descending = await IdsAsync(service, "limit=90&order=desc&order_by=created_at");
        Assert.Equal(1_000, ascending.Length);
        Assert.Equal(ascending.Reverse(), descending);
        var moments = service.Emulator.Profiles.Select(profile => profile.CreatedAt).ToArray();
        Assert.Equal(moments.OrderDescending(), moments);
    }

    [Fact]
    public async Task ByName_SortsWithoutAsciiCaseAndNullsLastBothWays()
    {
        string?[] names = ["b", null, "A", "a", "É", "B", "é", null, "_", ""];
        var profiles = names.Select((name, i) => Samples.Named($"uprof_{i}", name, i)).ToArray();
        await using var service = await Service.HoldingAsync(profiles);
        var ascending = await NamesAsync(service, "limit=3&order_by=name&order=asc");
        Assert.Equal(["", "_", "A", "a", "b", "B", "É", "é", null, null], ascending);
        var descending = await NamesAsync(service, "limit=4&order_by=name&order=desc");
        Assert.Equal(["é", "É", "B", "b", "a", "A", "_", "", null, null], descending);
    }

    [Theory]
    [InlineData("order_by=name&order=asc")]
    [InlineData("order_by=name&order=desc")]
    [InlineData("order=asc")]
    [InlineData("order=desc")]
    public async Task EveryOrder_HasEachProfileOnce(string order)
    {
        await using var service = await Service.StartAsync(new() { Count = 333 });
        var ids = await IdsAsync(service, $"limit=10&{order}");
        Assert.Equal(333, ids.Length);
        Assert.Equal(333, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("order=asc")]
    [InlineData("order_by=name")]
    [InlineData("enforcement_status%5B%5D=banned")]
    public async Task CursorOfAnotherOrderOrFilter_IsInvalid(string other)
    {
        await using var service = await Service.StartAsync();
        var page = (await service.ListAsync("limit=10")).NextPage;
        RequestCheckTests.AssertError(await service.ListAsync($"{other}&page={page}"), 400, "invalid_request_error");
        Assert.Equal(200, (await service.ListAsync($"limit=20&order=desc&page={page}")).Status);
    }

    [Fact]
    public async Task CursorDamaged_IsInvalid()
    {
        await using var service = await Service.StartAsync();
        var page = (await service.ListAsync("limit=10&order_by=name")).NextPage!;
        Assert.Equal(page, Uri.EscapeDataString(page));
        for (var i = 0; i < page.Length; i++)
        {
            var damaged = page[..i] + (page[i] == 'A' ? 'B' : 'A') + page[(i + 1)..];
            var reply = await service.ListAsync($"order_by=name&page={damaged}");
            if (reply.Status != 200)
                RequestCheckTests.AssertError(reply, 400, "invalid_request_error");
            else
                Assert.Equal(page.Length - 1, i); // bits of the last letter that stand for nothing
        }
    }

    [Theory]
    [InlineData("order=desc")]
    [InlineData("order=asc")]
    [InlineData("order_by=name&order=desc")]
    public async Task WritesBetweenPages_LoseAndDoubleNothing(string order)
    {
        await using var service = await Service.StartAsync(new() { Count = 120 });
        var before = service.Emulator.Profiles.Select(profile => profile.Id).ToHashSet();
        var first = await service.ListAsync($"limit=40&{order}");
        foreach (var id in first.Ids.Take(15))
            Assert.True(service.Emulator.Remove(id));
        Assert.True(service.Emulator.Remove(first.Ids[^1]));
        for (var i = 0; i < 25; i++)
            await service.PostAsync("", $$"""{"name":"New {{i}}"}""");
        var rest = await IdsAsync(service, $"limit=7&{order}", first.NextPage);
        var seen = first.Ids.Concat(rest).ToArray();
        Assert.Equal(seen.Length, seen.Distinct().Count());
        Assert.Subset(seen.ToHashSet(), before);
    }

    [Fact]
    public async Task RenamedProfile_ChangesItsPlaceInTheOrderByName()
    {
        await using var service = await Service.HoldingAsync(
            Samples.Named("uprof_1", "a"),
            Samples.Named("uprof_2", "b"),
            Samples.Named("uprof_3", null)
        );
        Assert.Equal(["a", "b", null], await NamesAsync(service, "order_by=name&order=asc"));
        await service.PostAsync("/uprof_1", """{"name":"c"}""");
        Assert.Equal(["b", "c", null], await NamesAsync(service, "order_by=name&order=asc&limit=1"));
        await service.PostAsync("/uprof_1", """{"name":null}""");
        await service.PostAsync("/uprof_3", """{"name":"A"}""");
        Assert.Equal(["b", "A", null], await NamesAsync(service, "order_by=name&order=desc&limit=1"));
        await service.DeleteAsync("uprof_3");
        Assert.Equal(["b", null], await NamesAsync(service, "order_by=name&order=asc"));
        Assert.Equal(["uprof_2", "uprof_1"], await IdsAsync(service, "order=desc"));
    }

    private static async Task<string[]> IdsAsync(Service service, string query, string? from = null) =>
        [.. (await service.PagesAsync(query, from)).SelectMany(page => page.Ids)];

    private static async Task<IEnumerable<string?>> NamesAsync(Service service, string query) =>
        (await service.PagesAsync(query)).SelectMany(page => page.Names);
}

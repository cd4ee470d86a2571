using System.Net;
using System.Net.Http.Json;
using System.Web;
using Mirror.Serving;

namespace FluentProfiles.Samples.Tests.FrontDoor;

public sealed class CustomerListTests(FilledDoor filled) : IClassFixture<FilledDoor>
{
    private readonly OpenFrontDoor door = filled.Door;

    [Theory]
    [InlineData("")]
    [InlineData("plan=pro")]
    [InlineData("status=restricted&order=oldest")]
    [InlineData("plan=free&status=unrestricted&order=name")]
    [InlineData("reference=%20user-000007%20")]
    [InlineData("reference=%25")]
    [InlineData("plan=%27%20OR%201=1")]
    public async Task Pages_AreWhatTheServiceLists(string query)
    {
        var filter = FilterOf(query);
        using var client = door.CreateClient();
        var expected = await filter.Apply(client.Query()).ToListAsync();

        var listed = await ListAsync(query);

        // Among equal keys, any order may come.
        Assert.Equal(expected.Select(p => p.Id).Order(), listed.Select(customer => customer.Id).Order());
        Assert.Equal(
            expected.Select(p => KeyOf(filter, p.Name, p.CreatedAt)),
            listed.Select(customer => KeyOf(filter, customer.Name, customer.CreatedAt))
        );
    }

    [Theory]
    [InlineData("order=name")]
    [InlineData("plan=pro")]
    public async Task TokenOfAnotherList_IsRefusedInWords(string other)
    {
        var token = (await PageAsync(other, null)).Next;

        var answer = await door.Http.GetAsync($"/api/customers?order=oldest&token={Uri.EscapeDataString(token!)}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("The token belongs to another filter", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Overview_CountsTheStatuses()
    {
        var overview = (await door.Http.GetFromJsonAsync<Overview>("/api/overview"))!;

        Assert.Equal(300, overview.Total);
        Assert.Equal(["enterprise", "free", "pro", "team"], overview.Plans);
        Assert.Equal(
            door.Emulator.Profiles.CountBy(p => p.EnforcementStatus.ToString()).OrderBy(pair => pair.Key),
            overview.Statuses.OrderBy(pair => pair.Key)
        );
    }

    private static CustomerFilter FilterOf(string query)
    {
        var values = HttpUtility.ParseQueryString(query);
        return new(values["reference"], values["plan"], values["status"], values["order"]);
    }

    private static object? KeyOf(CustomerFilter filter, string? name, DateTimeOffset createdAt) =>
        filter.Order == "name" ? name?.ToLowerInvariant() : createdAt;

    private async Task<List<Customer>> ListAsync(string query)
    {
        List<Customer> listed = [];
        string? token = null;
        do
        {
            var page = await PageAsync(query, token);
            Assert.InRange(page.Items.Count, 0, 12);
            listed.AddRange(page.Items);
            token = page.Next;
        } while (token is not null);
        return listed;
    }

    private async Task<CustomerPage> PageAsync(string query, string? token) =>
        (
            await door.Http.GetFromJsonAsync<CustomerPage>(
                $"/api/customers?{query}&token={Uri.EscapeDataString(token ?? "")}"
            )
        )!;
}

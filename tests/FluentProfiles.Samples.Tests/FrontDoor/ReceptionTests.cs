using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Mirror.Serving;

namespace FluentProfiles.Samples.Tests.FrontDoor;

public sealed class ReceptionTests(FilledDoor filled) : IClassFixture<FilledDoor>
{
    private readonly OpenFrontDoor door = filled.Door;

    [Fact]
    public async Task NewCustomer_IsMadeAndThenFound()
    {
        var first = await ArriveAsync("customer-42", "Ada");
        var again = await ArriveAsync(" customer-42 ", "Somebody else");

        Assert.Equal((true, false), (first.WasCreated, again.WasCreated));
        Assert.Equal((first.Customer.Id, "Ada"), (again.Customer.Id, again.Customer.Name));
        Assert.Single(door.Emulator.Profiles, p => p.ExternalUserDetails.ReferenceId == "customer-42");
        Assert.Equal(
            again.Customer.Id,
            (await door.Http.GetFromJsonAsync<Customer>($"/api/customers/{again.Customer.Id}"))!.Id
        );
    }

    [Fact]
    public async Task TwentyVisitsAtOnce_ShareOneProfile()
    {
        var visits = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ArriveAsync("customer-43", null)));

        Assert.Single(visits, visit => visit.WasCreated);
        Assert.Single(visits.Select(visit => visit.Customer.Id).Distinct());
        Assert.Single(door.Emulator.Profiles, p => p.ExternalUserDetails.ReferenceId == "customer-43");
    }

    [Fact]
    public async Task KnownCustomer_IsFound()
    {
        var known = door.Emulator.Profiles.Last(p => p.ExternalUserDetails.ReferenceId is not null);

        var found = await ArriveAsync(known.ExternalUserDetails.ReferenceId!, null);

        Assert.Equal((known.Id, false), (found.Customer.Id, found.WasCreated));
    }

    [Theory]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"reference":"  "}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"reference":null}""", "application/json", HttpStatusCode.BadRequest)]
    // What a form of another site can send without a question of the browser before.
    [InlineData("""{"reference":"forged"}""", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("reference=forged", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task WrongArrival_ChangesNothing(string body, string type, HttpStatusCode status)
    {
        using StringContent content = new(body, new MediaTypeHeaderValue(type));

        var answer = await door.Http.PostAsync("/api/customers", content);

        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain(door.Emulator.Profiles, p => p.ExternalUserDetails.ReferenceId?.Trim() is "" or "forged");
    }

    [Fact]
    public async Task MirrorThatLoads_SaysSo()
    {
        await using var loading = await OpenFrontDoor.StartLoadingAsync(
            new() { Count = 300, BeforeResponse = (_, ct) => Task.Delay(Timeout.Infinite, ct) }
        );

        var answer = await loading.Http.PostAsJsonAsync("/api/customers", new Arrival("customer-42", null));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("5", answer.Headers.RetryAfter?.ToString());
        Assert.Contains("The customers are still being loaded.", await answer.Content.ReadAsStringAsync());
    }

    private async Task<Welcome> ArriveAsync(string reference, string? name)
    {
        var answer = await door.Http.PostAsJsonAsync("/api/customers", new Arrival(reference, name));
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Welcome>())!;
    }
}

using System.Net.Http.Json;
using FluentProfiles.Emulator;
using Microsoft.AspNetCore.Mvc;
using Mirror.Serving;
using Mirror.Serving.Asking;

namespace FluentProfiles.Samples.Tests.FrontDoor;

/// <summary>What a visitor gets when something fails.</summary>
public sealed class FrontDoorFailureTests(FilledDoor filled) : IClassFixture<FilledDoor>
{
    private const string Secret = "words of the service";

    private readonly OpenFrontDoor door = filled.Door;

    [Fact]
    public async Task NameThatIsTooLong_IsRefusedInWords()
    {
        var (id, name) = (door.Emulator.Profiles[0].Id, new string('x', 256));

        var renamed = await ProblemOfAsync(PostAsync($"/api/customers/{id}/acts", new Act("rename", name)));
        var made = await ProblemOfAsync(PostAsync("/api/customers", new Arrival("customer-long", name)));

        Assert.Equal((400, "A name has at most 255 characters."), (renamed.Status, renamed.Detail));
        Assert.Equal(400, made.Status);
        Assert.DoesNotContain(
            door.Emulator.Profiles,
            p => p.Name == name || p.ExternalUserDetails.ReferenceId == "customer-long"
        );
    }

    [Fact]
    public async Task WrongReference_IsRefusedInWords()
    {
        var problem = await ProblemOfAsync(PostAsync("/api/customers", new Arrival(new('x', 256), null)));

        Assert.Equal(
            (400, "A reference has 1 to 255 characters and is not blank. A name has at most 255."),
            (problem.Status, problem.Detail)
        );
    }

    [Theory]
    [InlineData("text/plain", "{}", 415)]
    [InlineData("application/json", "{", 400)]
    public async Task RequestThatIsNotRead_IsAProblem(string type, string body, int status)
    {
        using StringContent content = new(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type));

        Assert.Equal(status, (await ProblemOfAsync(door.Http.PostAsync("/api/customers", content))).Status);
    }

    [Theory]
    [InlineData(529, "overloaded_error", 503, "5")]
    [InlineData(401, "authentication_error", 502, null)]
    [InlineData(400, "invalid_request_error", 400, null)]
    [InlineData(500, "api_error", 502, null)]
    public async Task FailureOfTheService_IsNotShown(int status, string type, int answered, string? retryAfter)
    {
        await using var own = await OpenFrontDoor.StartAsync(new() { Count = 1 });
        var id = own.Emulator.Profiles.Single().Id;
        own.Emulator.Intercept = request =>
            request.Method == "DELETE" ? EmulatorResponse.Error(status, type, Secret) : null;

        var answer = await own.Http.PostAsJsonAsync($"/api/customers/{id}/acts", new Act("delete", null));

        Assert.Equal(answered, (int)answer.StatusCode);
        Assert.Equal(retryAfter, answer.Headers.RetryAfter?.ToString());
        Assert.DoesNotContain(Secret, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task CustomerWhoWasForgotten_NeedsAnOperator()
    {
        var first = await ReadAsync<Welcome>(PostAsync("/api/customers", new Arrival("customer-forgotten", "Ada")));
        await door.Mirror.ForgetAsync(first.Customer.Id);

        var problem = await ProblemOfAsync(PostAsync("/api/customers", new Arrival("customer-forgotten", null)));

        Assert.Equal(
            (409, "This customer can't be served. An operator has to look at the log."),
            (problem.Status, problem.Detail)
        );
        Assert.Single(
            door.Emulator.Profiles,
            profile => profile.ExternalUserDetails.ReferenceId == "customer-forgotten"
        );
    }

    [Fact]
    public async Task CustomerWhoWasDeleted_IsNotActedOn()
    {
        var first = await ReadAsync<Welcome>(PostAsync("/api/customers", new Arrival("customer-deleted", null)));
        await PostAsync($"/api/customers/{first.Customer.Id}/acts", new Act("delete", null));

        foreach (var kind in (string[])["restrict", "lift", "rename", "delete"])
        {
            var problem = await ProblemOfAsync(
                PostAsync($"/api/customers/{first.Customer.Id}/acts", new Act(kind, "X"))
            );
            Assert.Equal((404, "There is no such customer any more."), (problem.Status, problem.Detail));
        }
    }

    [Fact]
    public async Task Question_NamesTheCustomerToTheModel()
    {
        var known = door.Emulator.Profiles.Last(p => p.ExternalUserDetails.ReferenceId is not null);

        var answer = await ReadAsync<ModelAnswer>(
            PostAsync("/api/questions", new Question(known.ExternalUserDetails.ReferenceId))
        );
        var nobody = await ReadAsync<ModelAnswer>(PostAsync("/api/questions", new Question(null)));
        var unknown = await ProblemOfAsync(PostAsync("/api/questions", new Question("customer-unknown")));

        Assert.Equal(known.Id, answer.UserProfileId);
        Assert.Null(nobody.UserProfileId);
        Assert.Equal(404, unknown.Status);
    }

    private Task<HttpResponseMessage> PostAsync<T>(string path, T body) => door.Http.PostAsJsonAsync(path, body);

    private static async Task<T> ReadAsync<T>(Task<HttpResponseMessage> sending) =>
        (await (await sending).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>())!;

    private static async Task<ProblemDetails> ProblemOfAsync(Task<HttpResponseMessage> sending)
    {
        var answer = await sending;
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        var problem = (await answer.Content.ReadFromJsonAsync<ProblemDetails>())!;
        Assert.Equal((int)answer.StatusCode, problem.Status);
        return problem;
    }
}

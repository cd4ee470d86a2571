using FluentProfiles;

namespace Mirror.Serving.Asking;

/// <summary><c>POST /api/questions</c>: asks the model for a customer. No code here knows the id of the profile: the client was
/// registered with <c>AddUserProfile</c>, which finds it by the reference and sets the header.</summary>
/// <param name="http">The client.</param>
internal sealed class Model(HttpClient http)
{
    public static async Task<IResult> AskAsync(Question question, Model model, CancellationToken cancellationToken) =>
        Results.Ok(await model.AnswerAsync(question.Reference?.Trim(), cancellationToken));

    private async Task<ModelAnswer?> AnswerAsync(string? reference, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, FakeModel.Path);
        request.Content = JsonContent.Create(new { messages = new[] { new { role = "user", content = "Hello" } } });
        request.Options.Set(UserProfileHandler.Reference, reference);
        using var response = await http.SendAsync(request, cancellationToken);
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<ModelAnswer>(cancellationToken);
    }
}

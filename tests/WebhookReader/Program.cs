using System.Text.Json;
using FluentProfiles;

// Verifies webhooks for tests/npm: a message as JSON on each line of the input, and on each line of the output "accepted" with the
// event's type and id, or the reason why it was rejected. The body is in base64, for it may be no text.
JsonSerializerOptions options = new(JsonSerializerDefaults.Web);
while (Console.ReadLine() is { } line)
{
    var message = JsonSerializer.Deserialize<Message>(line, options)!;
    Console.WriteLine(ResultOf(message));
}

static string ResultOf(Message message)
{
    try
    {
        var received = new WebhookVerifier(message.Secrets).Verify(
            message.Id,
            message.Timestamp,
            message.Signature,
            message.Body
        );
        return $"accepted {received.Type} {received.Id}";
    }
    catch (WebhookVerificationException rejection)
    {
        return rejection.Reason.ToString();
    }
}

internal sealed record Message(string[] Secrets, string? Id, string? Timestamp, string? Signature, byte[] Body);

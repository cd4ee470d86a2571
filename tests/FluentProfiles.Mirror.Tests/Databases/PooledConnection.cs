using System.Buffers.Binary;
using System.Net.Sockets;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>A connection of a client with two sessions of the server, which take turns.</summary>
internal sealed class PooledConnection : IDisposable
{
    private const byte Ready = (byte)'Z';
    private const byte Idle = (byte)'I';

    private readonly object state = new();
    private readonly NetworkStream client;
    private readonly NetworkStream[] sessions = new NetworkStream[2];
    private int current;
    private int unanswered;

    public PooledConnection(Socket client, UnixDomainSocketEndPoint server)
    {
        client.NoDelay = true;
        this.client = new(client, ownsSocket: true);
        _ = RunAsync(server);
    }

    public void Dispose()
    {
        client.Dispose();
        foreach (var session in sessions)
            session?.Dispose();
    }

    private async Task RunAsync(UnixDomainSocketEndPoint server)
    {
        try
        {
            var start = await ReadAsync(client, hasKind: false);
            for (var i = 0; i < sessions.Length; i++)
                sessions[i] = await OpenAsync(server, start, isAnswered: i == 0);
            await Task.WhenAny(sessions.Select(AnswerAsync).Append(AskAsync()));
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or SocketException)
        {
            // One of the sides has hung up.
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Opens a session, whose greeting goes to the client or to nobody.</summary>
    private async Task<NetworkStream> OpenAsync(UnixDomainSocketEndPoint server, byte[] start, bool isAnswered)
    {
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(server);
        NetworkStream session = new(socket, ownsSocket: true);
        await session.WriteAsync(start);
        byte[] message;
        do
        {
            message = await ReadAsync(session);
            if (isAnswered)
                await client.WriteAsync(message);
        } while (message[0] != Ready);
        return session;
    }

    private async Task AskAsync()
    {
        await using BufferedStream asked = new(client);
        while (true)
        {
            var message = await ReadAsync(asked);
            NetworkStream session;
            lock (state)
            {
                session = sessions[current];
                // A query, or the end of a group of messages: each is answered by "ready".
                if ((char)message[0] is 'Q' or 'S')
                    unanswered++;
            }
            await session.WriteAsync(message);
        }
    }

    private async Task AnswerAsync(NetworkStream session)
    {
        await using BufferedStream answers = new(session);
        using MemoryStream answer = new();
        while (true)
        {
            var message = await ReadAsync(answers);
            answer.Write(message);
            if (message[0] != Ready)
                continue;
            lock (state)
            {
                if (--unanswered == 0 && message[^1] == Idle)
                    current = 1 - current;
            }
            await client.WriteAsync(answer.ToArray());
            answer.SetLength(0);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream from, bool hasKind = true)
    {
        var kind = hasKind ? 1 : 0;
        var head = new byte[kind + sizeof(int)];
        await from.ReadExactlyAsync(head);
        var message = new byte[kind + BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(kind))];
        head.CopyTo(message, 0);
        await from.ReadExactlyAsync(message.AsMemory(head.Length));
        return message;
    }
}
